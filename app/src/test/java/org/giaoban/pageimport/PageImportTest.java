package org.giaoban.pageimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.giaoban.files.Zips;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.SignIn;
import org.giaoban.organization.Organization;
import org.giaoban.testing.GiaoBanTest;
import org.giaoban.testing.InVietnamese;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import picocli.CommandLine;

/** Saved pages become drafts once, by hand and by command; what is hostile is refused with words. */
@GiaoBanTest(story = "vu-quang-2018-11")
@ExtendWith(InVietnamese.class)
class PageImportTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    Organization organization;

    @Autowired
    ImportPagesCommand command;

    @Autowired
    JdbcTemplate jdbc;

    @TempDir
    Path folder;

    @Test
    void aPageBecomesADraftWithItsReport() {
        var report = sent("04-portal-divs.html", known("04-portal-divs.html"));

        assertThat(report).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(look(report))
                .bodyText()
                .contains(
                        "Đối thoại với người dân về việc mở đường ven sông",
                        "Phường Bến Lụa",
                        "05/10/2021",
                        "UBND phường Bến Lụa",
                        "Người dân nêu ý kiến tại buổi đối thoại",
                        "<strong>86</strong>",
                        "sổ chưa có số này");
        var body = jdbc.queryForObject(
                "select body from portal.version where title like 'Đối thoại với người dân%'", String.class);
        assertThat(body)
                .startsWith("<p>Tại buổi đối thoại, có 14 lượt")
                .doesNotContain("Các tin khác", "span", "style");
    }

    @Test
    void theDayOfThePageGoesWithItsDraft() {
        sent("02-nested-tables.html", known("02-nested-tables.html"));
        sent("04-portal-divs.html", known("04-portal-divs.html"));

        assertThat(jdbc.queryForList(
                        "select first_on::text from portal.version where first_on = '2017-01-09'", String.class))
                .as("a day that is over")
                .hasSize(1);
        assertThat(jdbc.queryForList("select 1 from portal.version where first_on > '2018-11-05'", Integer.class))
                .as("a day still to come is nobody's day")
                .isEmpty();
    }

    @Test
    void theSamePageTwiceIsOneDraftWhateverItsFileIsCalled() {
        var page = known("11-wrapped.txt");
        var first = sent("a.txt", page);
        var drafts = drafts();

        var second = sent("b.txt", page);

        assertThat(location(second)).isEqualTo(location(first));
        assertThat(drafts()).isEqualTo(drafts);
    }

    @Test
    void pagesOfAnArchiveComeInAndWhatIsNoPageIsNamed() {
        var drafts = drafts();

        var answer = sent(
                "trang.zip",
                Zips.of(Map.of(
                        "luu/13.html", known("13-many-teasers.html"),
                        "luu/13_files/a.css", Zips.text("p{}"),
                        "luu/menu.html", Zips.text("<ul><li><a href=1>Trang chủ</a></ul>"))));

        assertThat(drafts()).isEqualTo(drafts + 1);
        assertThat(look(answer))
                .bodyText()
                .contains(
                        "Chi bộ thôn Đoài kết nạp hai đảng viên trẻ", "menu.html: không tìm thấy bài viết trong trang");
    }

    @Test
    void bombsAndOtherFilesAreRefusedWithWords() {
        var drafts = drafts();

        assertThat(look(sent("bom.zip", Zips.bomb("a.html", 120 << 20))))
                .bodyText()
                .contains("quá lớn hoặc bất thường");
        assertThat(look(sent("anh.html", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0})))
                .bodyText()
                .contains("không phải trang web hay tệp chữ");
        assertThat(drafts()).isEqualTo(drafts);
    }

    @Test
    void whatIsMissingIsAskedForAndWhoDoesNotWriteDoesNotComeIn() {
        assertThat(mvc.post()
                        .uri("/articles/import")
                        .with(csrf())
                        .with(SignIn.as(accounts, "bientap"))
                        .param("category", "nong-thon-moi")
                        .exchange())
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Chọn ít nhất một tệp.", "value=\"nong-thon-moi\" selected");
        var path = location(sent("x.txt", known("14-saved-from-word.txt")));
        assertThat(mvc.get().uri(path).with(SignIn.as(accounts, "kiemtra")).exchange())
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void theCommandTakesFoldersAndRunsTwiceWithoutHarm() throws IOException {
        Files.write(folder.resolve("mot.html"), known("08-vni.html"));
        Files.write(Files.createDirectory(folder.resolve("sau")).resolve("hai.txt"), known("06-no-title.txt"));
        Files.write(folder.resolve("anh.jpg"), new byte[] {1, 2, 3});

        var first = run(folder.toString());
        var drafts = drafts();
        var second = run(folder.toString());

        assertThat(first)
                .startsWith("0 ")
                .contains(
                        "mot.html: đã tạo bản nháp Huyện Cửa Gianh",
                        "kiểu chữ cũ",
                        "tiêu đề của bản nháp lấy từ câu đầu");
        assertThat(second).startsWith("0 ").contains("hai.txt: đã nhập từ trước");
        assertThat(drafts()).isEqualTo(drafts);
        assertThat(run(folder.resolve("khong-co").toString())).startsWith("1 ");
        assertThat(run(folder.toString(), "--category", "khong-co")).startsWith("1 ");
    }

    @Test
    void theStorysPagesShowFiguresToBindAndWhatDoesNotFit() {
        var page = jdbc.queryForObject(
                "select id::text from pageimport.page where file = 'tin-thang-9-tren-cong-cu.html'", String.class);

        assertThat(mvc.get()
                        .uri("/articles/import/" + page)
                        .with(SignIn.as(accounts, "bientap"))
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .contains("Gắn: 2.533", "2025 – 2020", "<strong>2.533</strong>");
    }

    private static byte[] known(String page) {
        return LabelledPages.bytes("known", page);
    }

    private int drafts() {
        return Objects.requireNonNull(jdbc.queryForObject("select count(*) from portal.article", Integer.class));
    }

    private MvcTestResult sent(String name, byte[] content) {
        var top = organization
                .root(java.time.LocalDate.of(2018, 11, 1))
                .orElseThrow()
                .id();
        return mvc.post()
                .uri("/articles/import")
                .multipart()
                .file(new MockMultipartFile("file", name, null, content))
                .with(csrf())
                .with(SignIn.as(accounts, "bientap"))
                .param("unit", top.value().toString())
                .param("category", "xay-dung-dang")
                .exchange();
    }

    private MvcTestResult look(MvcTestResult answer) {
        return mvc.get()
                .uri(location(answer))
                .cookie(Objects.requireNonNull(answer.getResponse().getCookie("giaoban")))
                .with(SignIn.as(accounts, "bientap"))
                .exchange();
    }

    private static String location(MvcTestResult answer) {
        return Objects.requireNonNull(answer.getResponse().getHeader("Location"));
    }

    private String run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var before = System.out;
        try (var print = new PrintStream(out, true, StandardCharsets.UTF_8)) {
            System.setOut(print);
            var code = new CommandLine(command).execute(arguments);
            return code + " " + out.toString(StandardCharsets.UTF_8);
        } finally {
            System.setOut(before);
        }
    }
}
