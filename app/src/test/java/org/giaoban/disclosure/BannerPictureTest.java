package org.giaoban.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.SignIn;
import org.giaoban.pages.KeptPages;
import org.giaoban.pictures.PictureFiles;
import org.giaoban.pictures.PictureUse;
import org.giaoban.platform.StoryClock;
import org.giaoban.testing.GiaoBanTest;
import org.giaoban.testing.InVietnamese;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A banner with a picture: told to those who cannot see it, let out by a second person, shown on its days and on no other. */
@GiaoBanTest(story = "vu-quang-2018-11")
@ExtendWith(InVietnamese.class)
class BannerPictureTest {

    private static final String HREF = "/tin/thong-bao";
    private static final String TOLD = "Ngày Pháp luật Việt Nam 9 tháng 11";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    PressOffice press;

    @Autowired
    Accounts accounts;

    @Autowired
    StoryClock clock;

    @Autowired
    KeptPages pages;

    @Autowired
    List<PictureUse> uses;

    @BeforeEach
    void onTheFirstOfNovember() {
        at("2018-11-01");
    }

    @Test
    void aPictureWithoutWordsForThoseWhoCannotSeeItIsRefused() {
        assertThat(send("", true, "/disclosure"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Hãy tả ảnh", "Hãy chọn lại ảnh")
                .doesNotContain("type=\"checkbox\" name=\"dropPicture\"");
        assertThat(send("", false, "/disclosure")).hasStatus3xxRedirection();
    }

    @Test
    void thePictureStandsBesideEveryPageOnItsDaysOnly() {
        var item = Objects.requireNonNull(
                send(TOLD, true, "/disclosure").getResponse().getHeader("Location"));
        var id = UUID.fromString(item.substring(item.lastIndexOf('/') + 1));
        var picture = page(item, "thuongtruc").select(".gb-facts img").attr("src");
        assertThat(picture).startsWith("/anh/");
        assertThat(get(picture)).as("before it is let out").hasStatus(HttpStatus.NOT_FOUND);
        assertThat(shown("/")).isFalse();

        press.released(id);

        at("2018-11-04");
        assertThat(shown("/")).isFalse();
        assertThat(get(picture)).hasStatus(HttpStatus.NOT_FOUND);
        for (var day : List.of("2018-11-05", "2018-11-09")) {
            at(day);
            assertThat(shown("/")).as(day).isTrue();
            assertThat(shown("/tin/thong-bao")).as(day).isTrue();
            assertThat(get(picture)).as(day).hasStatusOk();
        }
        at("2018-11-10");
        assertThat(shown("/")).isFalse();
        assertThat(get(picture)).hasStatus(HttpStatus.NOT_FOUND);
        needs(picture);

        at("2018-11-06");
        assertThat(send(
                        TOLD,
                        false,
                        "/disclosure/" + id + "/edit",
                        "revision",
                        "2",
                        "dropPicture",
                        "true",
                        "title",
                        ""))
                .as("a form that comes back still says that the picture shall go")
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("<input type=\"hidden\" name=\"dropPicture\" value=\"true\">");
        assertThat(send(TOLD, false, "/disclosure/" + id + "/edit", "revision", "2", "dropPicture", "true"))
                .hasStatus3xxRedirection();
        press.released(id);
        assertThat(shown("/")).isFalse();
        assertThat(page("/", null).select("aside a[href=" + HREF + "]").eachText())
                .contains("Ngày Pháp luật");
        assertThat(get(picture)).hasStatus(HttpStatus.NOT_FOUND);
    }

    /** What is shown, or may be shown again, is not swept away. */
    private void needs(String picture) {
        var id = UUID.fromString(picture.substring("/anh/".length()));
        assertThat(uses).anyMatch(use -> use.needed(Set.of(id)).contains(id));
    }

    private boolean shown(String path) {
        var image = page(path, null).select("aside a[href=" + HREF + "] img[alt=" + TOLD + "]");
        return !image.isEmpty();
    }

    private void at(String day) {
        clock.startAt(Instant.parse(day + "T02:00:00Z"));
        pages.changed();
    }

    private MvcTestResult send(String alt, boolean pictured, String path, String... more) {
        var request = mvc.post().multipart().uri(path);
        if (pictured) {
            var upload = PictureFiles.png(900, 300);
            request = request.file(new MockMultipartFile("picture", "bieu-ngu.png", "image/png", upload.bytes()));
        }
        var sent = request.with(csrf())
                .with(SignIn.as(accounts, "vanphong"))
                .param("kind", "BANNER")
                .param("unit", "SL")
                .param("sort", "BANNER")
                .param("alt", alt)
                .param("href", HREF)
                .param("onDay", "2018-11-05")
                .param("untilDay", "2018-11-09");
        var fields = new HashMap<>(Map.of("title", "Ngày Pháp luật"));
        for (var field = 0; field < more.length; field += 2) {
            fields.put(more[field], more[field + 1]);
        }
        fields.forEach(sent::param);
        return sent.exchange();
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri(path).exchange();
    }

    private Document page(String path, String login) {
        var request = mvc.get().uri(path);
        var answer = (login == null ? request : request.with(SignIn.as(accounts, login))).exchange();
        assertThat(answer).as(path).hasStatusOk();
        return Jsoup.parse(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }
}
