package org.giaoban.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.NewAccount;
import org.giaoban.identity.SignIn;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Settings;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@GiaoBanTest
class FilesTest {

    private static final String SHOWN = "test-shown";
    private static final UnitId UNIT = UnitId.next();
    private static final byte[] PDF = Zips.text("%PDF-1.7 một bản quét");

    @Autowired
    Files files;

    @Autowired
    FileSweep sweep;

    @Autowired
    Settings settings;

    @Autowired
    CurrentViewer viewer;

    @Autowired
    Accounts accounts;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcTemplate jdbc;

    /** Lets the test's own objects be read, and nothing else. */
    @TestConfiguration
    static class Guards {

        @Bean
        FileGuard shown() {
            return new FileGuard() {
                @Override
                public String ownerKind() {
                    return SHOWN;
                }

                @Override
                public boolean mayRead(UUID ownerId) {
                    return ownerId.getLeastSignificantBits() != 0;
                }
            };
        }
    }

    @Test
    void theSameBytesStandOnDiskOnceUnderTheirHash() throws IOException {
        var one = store("Biên bản.pdf", PDF, owner());
        var other = store("ban-quet.pdf", PDF, owner());

        assertThat(other.id()).isNotEqualTo(one.id());
        assertThat(other.sha256()).isEqualTo(one.sha256());
        assertThat(place(one)).exists().hasBinaryContent(PDF);
        try (var in = files.open(other.id())) {
            assertThat(in.readAllBytes()).isEqualTo(PDF);
        }
    }

    @Test
    void theTypeIsReadFromTheBytesNotFromTheName() {
        assertThat(store("anh.png", PDF, owner()).mediaType()).isEqualTo("application/pdf");
        assertThat(store("ghi chú", Zips.text("Họp lúc 7 giờ 30"), owner()).mediaType())
                .isEqualTo("text/plain");
    }

    @Test
    void refusesPagesProgramsAndMacros() {
        refuses("trang.txt", Zips.text("<html><script>alert(1)</script></html>"), "files.type");
        refuses("chay.pdf", new byte[] {'M', 'Z', 0, 3, 0}, "files.type");
        refuses("rong.pdf", new byte[0], "files.type");
        var macro = Zips.of(Map.of(
                "[Content_Types].xml", Zips.text("<Types/>"),
                "xl/workbook.xml", Zips.text("<workbook/>"),
                "xl/vbaProject.bin", Zips.text("x")));
        refuses("bang.xlsm", macro, "files.macros");
        refuses("bom.zip", Zips.bomb("x", 150 << 20), "files.zip.TOO_DENSE");
    }

    @Test
    void stopsReadingAtTheLimitAndLeavesNothingBehind() {
        var endless = new InputStream() {
            private long read;

            @Override
            public int read() {
                read++;
                return 'a';
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                Arrays.fill(buffer, offset, offset + length, (byte) 'a');
                read += length;
                return length;
            }
        };

        assertThatThrownBy(() -> as(() -> files.store(new Upload("to.txt", endless), owner(), UNIT)))
                .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.key()).isEqualTo("files.too-large"));

        assertThat(endless.read).isBetween(60L << 20, 62L << 20);
        assertThat(settings.data().resolve("files/incoming")).isEmptyDirectory();
    }

    @Test
    void downloadsAsAnAttachmentThatNoBrowserRuns() {
        var file = store("Biên bản họp.pdf", PDF, owner());

        var answer =
                mvc.get().uri(file.href()).with(SignIn.as(accounts, reader())).exchange();

        assertThat(answer).hasStatusOk();
        assertThat(answer.getResponse().getHeader("Content-Disposition"))
                .startsWith("attachment;")
                .contains("Bi%C3%AAn");
        assertThat(answer.getResponse().getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getResponse().getHeader("Content-Security-Policy")).contains("sandbox", "default-src 'none'");
        assertThat(answer.getResponse().getContentAsByteArray()).isEqualTo(PDF);
    }

    @Test
    void aFileOfAnObjectThatMayNotBeReadDoesNotExist() {
        var hidden = store("mat.pdf", PDF, new FileOwner(SHOWN, new UUID(1, 0)));
        var foreign = store("la.pdf", PDF, new FileOwner("kind-nobody-guards", UUID.randomUUID()));

        for (var href : List.of(hidden.href(), foreign.href(), "/files/" + UUID.randomUUID())) {
            assertThat(mvc.get().uri(href).with(SignIn.as(accounts, reader()))).hasStatus(HttpStatus.NOT_FOUND);
        }
        assertThat(mvc.get().uri(hidden.href()))
                .doesNotHave(new org.assertj.core.api.Condition<>(
                        result -> result.getResponse().getStatus() == 200, "an open door for visitors"));
    }

    @Test
    void theScannerDecidesAndSilenceIsNo() throws IOException {
        scanned("exit 0", null);
        scanned("exit 1", "files.infected");
        scanned("exit 7", "files.not-scanned");
    }

    private void scanned(String script, String refusal) throws IOException {
        Path program = java.nio.file.Files.createTempFile("scan", ".sh");
        java.nio.file.Files.writeString(program, script);
        var folder = java.nio.file.Files.createTempDirectory("giaoban-files");
        var set = new FileSettings(folder, 1 << 20, List.of("sh", program.toString()));
        var received = new Shelf(set).receive("a.pdf", Upload.of("a.pdf", PDF).content());
        var scan = new UploadScan(set);
        if (refusal == null) {
            scan.check("a.pdf", received);
        } else {
            assertThatThrownBy(() -> scan.check("a.pdf", received))
                    .isInstanceOfSatisfying(
                            Refused.class, e -> assertThat(e.key()).isEqualTo(refusal));
        }
    }

    @Test
    void bytesGoOnlyWhenNobodyHoldsThemForADay() {
        byte[] mine = Zips.text("%PDF-1.4 " + new Random().nextLong());
        var one = store("a.pdf", mine, owner());
        var other = store("b.pdf", mine, owner());

        viewer.run(Viewer.SYSTEM, () -> files.remove(one.id()));
        aged();
        sweep.sweep();
        assertThat(place(other)).exists();

        viewer.run(Viewer.SYSTEM, () -> files.remove(other.id()));
        sweep.sweep();
        assertThat(place(other)).as("aged contents without a holder are gone").doesNotExist();

        assertThat(store("c.pdf", mine, owner()).size()).isEqualTo(mine.length);
        assertThat(place(other)).as("and come back when sent again").exists();
    }

    private void aged() {
        jdbc.update("update files.content set seen_at = seen_at - interval '2 days'");
    }

    private Path place(StoredFile file) {
        return settings.data()
                .resolve("files")
                .resolve(file.sha256().substring(0, 2))
                .resolve(file.sha256().substring(2));
    }

    private void refuses(String name, byte[] bytes, String key) {
        assertThatThrownBy(() -> store(name, bytes, owner()))
                .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.key()).isEqualTo(key));
    }

    private StoredFile store(String name, byte[] bytes, FileOwner owner) {
        return as(() -> files.store(Upload.of(name, bytes), owner, UNIT));
    }

    private <T> T as(Supplier<T> work) {
        return viewer.as(Viewer.SYSTEM, work);
    }

    private static FileOwner owner() {
        return new FileOwner(SHOWN, UUID.randomUUID());
    }

    private org.giaoban.kernel.AccountId reader() {
        return accounts.byLogin("doc.tep")
                .orElseGet(() -> accounts.create(new NewAccount(
                        "doc.tep",
                        "Người đọc",
                        null,
                        null,
                        "mot cau de nho 2018",
                        NewAccount.FirstLogIn.KEEPS_PASSWORD)));
    }
}
