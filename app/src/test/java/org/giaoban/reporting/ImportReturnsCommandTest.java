package org.giaoban.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.giaoban.files.Zips;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.indicators.Figures;
import org.giaoban.kernel.Period;
import org.giaoban.testing.GiaoBanTest;
import org.giaoban.testing.InVietnamese;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine;

/** Workbooks from a folder and from archives; whoever runs the command again changes nothing. */
@GiaoBanTest(story = "vu-quang-2018-11")
@ExtendWith(InVietnamese.class)
class ImportReturnsCommandTest {

    @Autowired
    private ImportReturnsCommand command;

    @Autowired
    private Books books;

    @Autowired
    private Figures figures;

    @Autowired
    private CurrentViewer viewer;

    @Autowired
    private JdbcTemplate jdbc;

    @TempDir
    private Path folder;

    /** What a run printed, and the code it ended with. */
    private record Run(int code, String said) {}

    @Test
    void aFolderWithWorkbooksAndArchivesIsTakenWhole() throws IOException {
        var inner = Files.createDirectories(folder.resolve("tháng 11/xã"));
        Files.write(folder.resolve("SL-01.xlsx"), books.filled("SL-01", "2018-11"));
        Files.write(inner.resolve("SL-02.xlsx"), books.filled("SL-02", "2018-11"));
        Files.write(
                inner.resolve("hai xã.zip"),
                Zips.of(Map.of(
                        "SL-03.xlsx", books.filled("SL-03", "2018-11"),
                        "SL-04.xlsx", books.filled("SL-04", "2018-11"))));
        Files.writeString(folder.resolve("ghi chú.txt"), "không phải phiếu");
        Files.writeString(folder.resolve("~$SL-01.xlsx"), "tệp tạm của Excel");

        var first = run(folder.toString());

        assertThat(first.said().lines().filter(line -> !line.startsWith(" ")))
                .containsExactlyInAnyOrder(
                        "SL-01.xlsx: Đã gửi", "SL-02.xlsx: Đã gửi", "SL-03.xlsx: Đã gửi", "SL-04.xlsx: Đã gửi");
        assertThat(first.code()).isZero();
        for (var unit : new String[] {"SL-01", "SL-02", "SL-03", "SL-04"}) {
            assertThat(counted(unit))
                    .as(unit)
                    .isEqualTo(books.october(unit).values().size());
        }
        var before = everything();

        var second = run(folder.toString());

        assertThat(second.said().lines().filter(line -> !line.startsWith(" ")))
                .hasSize(4)
                .allMatch(line -> line.endsWith(": Không đổi"));
        assertThat(second.code()).isZero();
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void oneFaultyFileIsNamedAndTheOthersAreTaken() throws IOException {
        Files.write(folder.resolve("a.xlsx"), books.filled("SL-05", "2018-11"));
        Files.writeString(folder.resolve("b.xlsx"), "đây không phải bảng tính");

        var run = run(folder.toString());

        assertThat(run.said()).contains("a.xlsx: Đã gửi", "b.xlsx: Không nhận", "không phải bảng tính .xlsx hay .ods");
        assertThat(run.code()).isEqualTo(1);
        assertThat(counted("SL-05")).isPositive();
    }

    @Test
    void aFaultyCellIsNamedBySheetAndAddress() throws IOException {
        var book = Books.changed(
                books.filled("SL-06", "2018-11"),
                workbook -> Books.named(workbook, "gb_v_TT01").setCellValue("mười hai"));
        var file = Files.write(folder.resolve("c.xlsx"), book);

        var run = run(file.toString());

        assertThat(run.said())
                .contains("c.xlsx: Giữ bản nháp")
                .containsPattern("Chỉ tiêu!F\\d+: “mười hai” không phải là số");
        assertThat(run.code())
                .as("a draft waits for somebody: a script must see it")
                .isEqualTo(1);
        assertThat(counted("SL-06")).isZero();
    }

    @Test
    void whatIsNotThereIsSaid() throws IOException {
        var empty = Files.createDirectory(folder.resolve("trống"));

        assertThat(run(folder.resolve("không có").toString()).code()).isEqualTo(1);
        assertThat(run(empty.toString()).code()).isEqualTo(1);
        assertThat(run().code()).as("no path at all is a wrong call").isEqualTo(2);
    }

    private Run run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var before = System.out;
        try (var print = new PrintStream(out, true, StandardCharsets.UTF_8)) {
            System.setOut(print);
            return new Run(new CommandLine(command).execute(arguments), out.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(before);
        }
    }

    private int counted(String unit) {
        return viewer.as(
                        Viewer.SYSTEM,
                        () -> figures.own(books.key(unit, "2018-11").unit().id(), Period.parse("2018-11")))
                .size();
    }

    /** How many rows each table that returns touch has. */
    private Map<String, Object> everything() {
        return jdbc.queryForMap("""
                select (select count(*) from reporting.return_version) as versions,
                       (select count(*) from reporting.return_value) as entries,
                       (select sum(version) from reporting.unit_return) as numbers,
                       (select max(submitted_at) from reporting.unit_return) as sent,
                       (select count(*) from files.stored_file) as files,
                       (select count(*) from audit.entry) as acts
                """);
    }
}
