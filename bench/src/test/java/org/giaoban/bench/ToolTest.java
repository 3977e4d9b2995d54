package org.giaoban.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The packaged jar as a command-line tool, run by a script as an operator would: what it says, and how it ends. A story is loaded
 * once; every test works on a copy of that folder, two at the same time.
 */
@Execution(ExecutionMode.CONCURRENT)
class ToolTest {

    private static final Path JAR = Path.of("../app/target/giaoban.jar");
    private static final String STORY = "vu-quang-2018-11";
    private static final String LOADED = "data";

    @TempDir
    private static Path folder;

    /** What a run printed, and the code it ended with. */
    private record Run(int code, String said) {}

    @BeforeAll
    static void loadStoryFillsAnEmptyFolder() throws Exception {
        var first = in(LOADED, "load-story", STORY);

        assertThat(first.said()).contains(STORY);
        assertThat(first.code()).isZero();
    }

    /** A folder like the loaded one, with the owners of its files. */
    private static String copy(String name) throws Exception {
        var done = new ProcessBuilder(
                        "cp",
                        "-a",
                        folder.resolve(LOADED).toString(),
                        folder.resolve(name).toString())
                .inheritIO()
                .start()
                .waitFor();
        assertThat(done).isZero();
        return name;
    }

    @Test
    void createUserOpensAnAccountOnceAndRefusesWhatDoesNotExist() throws Exception {
        var data = copy("users");
        var first =
                in(data, "create-user", "--login", "thu.ky", "--name", "Thư ký", "--role", "office", "--unit", "SL-01");
        assertThat(first.said()).contains("thu.ky", "Bến Lam");
        assertThat(first.code()).isZero();

        var again =
                in(data, "create-user", "--login", "thu.ky", "--name", "Thư ký", "--role", "office", "--unit", "SL-01");
        assertThat(again.said().strip()).as("nothing is left to do").isEmpty();
        assertThat(again.code()).isZero();

        var wrong =
                in(data, "create-user", "--login", "ai.do", "--name", "Ai đó", "--role", "office", "--unit", "KHONG");
        assertThat(wrong.said()).contains("KHONG").as("nothing was opened").doesNotContain("ai.do");
        assertThat(wrong.code()).isEqualTo(1);
    }

    @Test
    void createTokenPrintsTheTokenAloneAndMakesAnotherTheNextTime() throws Exception {
        var data = copy("tokens");
        var first = in(data, "create-token", "--user", "vanphong", "--capability", "TASK_READ", "--unit", "SL-01");
        assertThat(first.said().strip()).matches("giaoban_[A-Za-z0-9_-]{43}");
        assertThat(first.code()).isZero();

        var again = in(data, "create-token", "--user", "vanphong");
        assertThat(again.said().strip())
                .matches("giaoban_[A-Za-z0-9_-]{43}")
                .isNotEqualTo(first.said().strip());

        var wrong = in(data, "create-token", "--user", "khong.ai");
        assertThat(wrong.said()).contains("khong.ai").doesNotContain("giaoban_");
        assertThat(wrong.code()).isEqualTo(1);
        verifyAuditProvesTheLogWhole(data);
    }

    private static void verifyAuditProvesTheLogWhole(String data) throws Exception {
        var seals = folder.resolve("seals.txt");

        assertThat(in(data, "verify-audit", "--seal", seals.toString()).code()).isZero();
        assertThat(Files.readAllLines(seals)).isNotEmpty();
    }

    @Test
    void importUnitsFoundsGoodLinesAndNamesBadOnes() throws Exception {
        var file = Files.writeString(folder.resolve("don-vi.csv"), """
                code,name,kind,parent_code,from
                SL-01-CB1,Chi bộ thôn Đông,CHI_BO,SL-01,2015-01-01
                SL-01-CB2,Chi bộ thôn Tây,KHONG_CO,SL-01,2015-01-01
                """);

        var run = in(copy("units"), "import-units", file.toString());

        assertThat(run.said()).contains("KHONG_CO", "3");
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void importReturnsTakesTheLateWorkbookOnce() throws Exception {
        var data = copy("returns");
        var late = folder.resolve(data + "/stories/" + STORY);
        assertThat(late).isDirectoryContaining("glob:**SL-12*.xlsx");

        var first = in(data, "import-returns", late.toString());
        assertThat(first.said()).contains("SL-12");
        assertThat(first.code()).isZero();

        var faulty = Files.writeString(late.resolve("hong.xlsx"), "không phải bảng tính");
        var second = in(data, "import-returns", late.toString());
        assertThat(second.said()).contains("hong.xlsx", "SL-12");
        assertThat(second.code()).as("one file was refused").isEqualTo(1);
        Files.delete(faulty);
    }

    @Test
    void whatWasBackedUpComesBackElsewhere() throws Exception {
        var data = copy("backed-up");
        var key = folder.resolve("open.key").toString();
        var made = in("nothing", "backup-key", key);
        var seal = made.said().lines().filter(line -> line.startsWith("giaoban-backup-public:"));
        var copies = Files.createDirectory(folder.resolve("copies"));
        var taken = in(
                data,
                "backup",
                "--giaoban.backup.folder=" + copies,
                "--giaoban.backup.key=" + seal.findFirst().orElseThrow());
        assertThat(taken.code()).isZero();

        var restored = in("elsewhere", "restore", "--key", key, "--from", copies.toString());
        assertThat(restored.code()).as(restored.said()).isZero();
        assertThat(folder.resolve("elsewhere/keys"))
                .as("keys of fields are kept elsewhere")
                .doesNotExist();
        var keys = Files.createDirectories(folder.resolve("elsewhere/keys"));
        Files.copy(folder.resolve(data + "/keys/giaoban.keys"), keys.resolve("giaoban.keys"));

        verifyAuditProvesTheLogWhole("elsewhere");
    }

    @Test
    void stateReadsEveryPartWithoutAServer() throws Exception {
        var run = in(copy("state"), "state");

        assertThat(run.said()).contains("Cơ sở dữ liệu", "Sao lưu").doesNotContain("không đọc được");
        assertThat(run.code()).as("nothing is broken").isZero();
    }

    @Test
    void anUnknownWordIsAWrongCall() throws Exception {
        assertThat(in("nothing", "khong-co-lenh-nay").code()).isEqualTo(2);
    }

    private static Run in(String data, String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-Duser.language=vi",
                "-Duser.country=VN",
                "-jar",
                JAR.toString()));
        command.addAll(List.of(words));
        command.add("--giaoban.data=" + folder.resolve(data));
        var log = Files.createTempFile(folder, "tool-", ".log");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        var said = Files.readString(log, StandardCharsets.UTF_8);
        System.out.println(String.join(" ", words) + " -> " + process.exitValue() + "\n" + said);
        return new Run(process.exitValue(), said);
    }
}
