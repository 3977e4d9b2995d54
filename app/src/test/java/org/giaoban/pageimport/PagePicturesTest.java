package org.giaoban.pageimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.giaoban.files.Bundle;
import org.giaoban.files.Zips;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.SignIn;
import org.giaoban.organization.Organization;
import org.giaoban.pictures.PictureFiles;
import org.giaoban.testing.GiaoBanTest;
import org.giaoban.testing.InVietnamese;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import picocli.CommandLine;

/** Pictures of a saved page come along when they lie beside it, in an archive, a folder, the page itself or one .mht. */
@GiaoBanTest(story = "vu-quang-2018-11")
@ExtendWith(InVietnamese.class)
class PagePicturesTest {

    private static final byte[] FIRST = PictureFiles.png(321, 200).bytes();
    private static final byte[] SECOND = PictureFiles.png(322, 200).bytes();

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

    /** Pictures in the text, in a menu, of a counter and of a stranger; only the first two are the text's. */
    private static String page(String village, String first, String second) {
        return """
                <html><head><title>%1$s sửa xong đường trước vụ gặt</title></head><body>
                <div class="menu"><img src="a_files/menu.png" alt="Trang chủ"><a href="/">Trang chủ</a></div>
                <div class="content"><h1>%1$s sửa xong đường trước vụ gặt</h1><p>Ngày 12/10/2018</p>
                <p>Sau ba tuần làm, bà con %1$s đã sửa xong đoạn đường dài bốn trăm mét nối ra cánh đồng lớn của xã.</p>
                <p><img src="%2$s" alt="Người dân san nền đoạn đường cuối thôn"></p>
                <p><em>Người dân san nền đường trong buổi sáng thứ bảy</em></p>
                <p>Mỗi hộ góp năm ngày công; xã cho mượn máy lu và hai xe chở đất, nên không phải thuê ngoài một đồng nào.</p>
                <p><img data-src="%3$s" src="dot.gif" alt="IMG_20181012.png"><img src="so.png" width="1" height="1"></p>
                <p>Từ nay xe máy cày ra tới tận ruộng, việc gặt nhanh hơn và bà con đỡ phải gánh lúa qua đoạn lầy cũ.</p>
                <p><img src="khong-co.jpg" alt="Cánh đồng lúa chín nhìn từ con đường mới"></p>
                <p>Chi bộ thôn giao ba hộ ở đầu đường trông coi mặt đường trong mùa mưa và báo xã khi có chỗ sụt.</p>
                </div></body></html>
                """.formatted(village, first, second);
    }

    @Test
    void picturesOfAnArchiveStandInTheDraftAndTheReportSaysWhichAreMissing() {
        var page = page("Thôn Bến Cỏ", "a_files/1.png", "a_files/2.png");
        var answer = sent(file(
                "trang.zip",
                Zips.of(Map.of(
                        "luu/a.html",
                        Zips.text(page),
                        "luu/a_files/1.png",
                        FIRST,
                        "luu/a_files/2.png",
                        SECOND,
                        "luu/a_files/menu.png",
                        PictureFiles.png(400, 300).bytes()))));

        assertThat(pictures("Thôn Bến Cỏ%")).containsExactly("321 Người dân san nền đoạn đường cuối thôn", "322 ");
        assertThat(look(location(answer)))
                .bodyText()
                .contains("Ảnh trong trang (3)", "khong-co.jpg", "không có trong các tệp gửi lên")
                .doesNotContain("menu.png", "so.png");
    }

    @Test
    void theEditorFindsTheWayBackToTheReport() {
        var answer = sent(file("b.html", Zips.text(page("Thôn Đồng Trưa", "x.png", "y.png"))));
        var article = jdbc.queryForObject(
                "select article_id::text from pageimport.page where title like 'Thôn Đồng Trưa%'", String.class);

        assertThat(look("/articles/" + article + "/edit")).bodyText().contains(location(answer), "b.html");
    }

    @Test
    void picturesChosenTogetherWithThePageAndThoseInsideItComeAlong() {
        var inside = "data:image/png;base64," + Base64.getEncoder().encodeToString(FIRST);
        sent(
                file("c.html", Zips.text(page("Thôn Cầu Ván", inside, "https://cong.example/anh/2.png"))),
                file("2.png", SECOND));

        assertThat(pictures("Thôn Cầu Ván%")).hasSize(2).anyMatch(each -> each.startsWith("322"));
    }

    @Test
    void aPageInOneFileOfABrowserIsReadWithItsPictures() {
        var page = page("Thôn Gò Mả", "cid:hinh1@mhtml", "https://cong.example/anh/2.png");
        var mht = """
                From: <Saved by Blink>
                Snapshot-Content-Location: https://cong.example/tin/1
                Subject: =?utf-8?Q?Tin?=
                MIME-Version: 1.0
                Content-Type: multipart/related; type="text/html"; boundary="----b"

                ------b
                Content-Type: text/html; charset=utf-8
                Content-Transfer-Encoding: base64
                Content-Location: https://cong.example/tin/1

                %s
                ------b
                Content-Type: image/png
                Content-Transfer-Encoding: base64
                Content-ID: <hinh1@mhtml>

                %s
                ------b
                Content-Type: image/png
                Content-Transfer-Encoding: base64
                Content-Location: https://cong.example/anh/2.png

                %s
                ------b--
                """.formatted(encoded(page.getBytes(StandardCharsets.UTF_8)), encoded(FIRST), encoded(SECOND));
        sent(file("d.mht", Zips.text(mht.replace("\n", "\r\n"))));

        assertThat(pictures("Thôn Gò Mả%")).hasSize(2);
    }

    @Test
    void brokenLettersAreRefusedWithWords() {
        for (var broken : List.of(
                "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n",
                "MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\nx",
                "MIME-Version: 1.0\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n???",
                "MIME-Version: 1.0\r\nContent-Type: ;;;\r\n\r\n")) {
            assertThat(after(sent(file("hong.mht", Zips.text(broken)))))
                    .bodyText()
                    .contains("hong.mht: không tìm thấy bài viết trong trang");
        }
        var once = new Bundle.Item(
                "a.mht",
                Zips.text("MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
                        + "--x\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n".repeat(5_000)));
        assertThat(WebArchive.open(once)).isEmpty();
    }

    @Test
    void theCommandTakesPicturesOfAFolderAlong(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("e.html"), page("Thôn Lò Gạch", "e_files/1.png", "../ngoai.png"));
        Files.write(Files.createDirectory(folder.resolve("e_files")).resolve("1.png"), FIRST);

        assertThat(new CommandLine(command).execute(folder.toString())).isZero();
        assertThat(pictures("Thôn Lò Gạch%")).hasSize(1);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getMimeEncoder().encodeToString(bytes);
    }

    private static MockMultipartFile file(String name, byte[] content) {
        return new MockMultipartFile("file", name, null, content);
    }

    /** Width and description of each picture of the draft, the one at its head first. */
    private List<String> pictures(String title) {
        return jdbc.queryForList("""
                select p.width || ' ' || s.alt from portal.version v
                cross join lateral (select v.media_id, v.alt, 0 as position
                    union all select g.media_id, g.alt, g.position from portal.gallery g where g.version_id = v.id) s
                join pictures.picture p on p.id = s.media_id
                where v.title like ? order by s.position
                """, String.class, title);
    }

    private MvcTestResult sent(MockMultipartFile... files) {
        var top = organization.root(java.time.LocalDate.of(2018, 11, 1)).orElseThrow();
        var request = mvc.post().uri("/articles/import").multipart();
        for (var file : files) {
            request = request.file(file);
        }
        return request.with(csrf())
                .with(SignIn.as(accounts, "bientap"))
                .param("unit", top.id().toString())
                .param("category", "xay-dung-dang")
                .exchange();
    }

    private MvcTestResult look(String path) {
        return mvc.get().uri(path).with(SignIn.as(accounts, "bientap")).exchange();
    }

    /** The next page, with what was said about the last. */
    private MvcTestResult after(MvcTestResult answer) {
        return mvc.get()
                .uri(location(answer))
                .cookie(Objects.requireNonNull(answer.getResponse().getCookie("giaoban")))
                .with(SignIn.as(accounts, "bientap"))
                .exchange();
    }

    private static String location(MvcTestResult answer) {
        return Objects.requireNonNull(answer.getResponse().getHeader("Location"));
    }
}
