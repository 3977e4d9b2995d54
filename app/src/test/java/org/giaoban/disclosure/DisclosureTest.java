package org.giaoban.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.Map;
import java.util.UUID;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.SignIn;
import org.giaoban.platform.Refused;
import org.giaoban.testing.GiaoBanTest;
import org.giaoban.testing.InVietnamese;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Nothing is public but what a second person let out, as it was then, until somebody takes it back. */
@GiaoBanTest(story = "vu-quang-2018-11")
@ExtendWith(InVietnamese.class)
class DisclosureTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    PressOffice press;

    @Autowired
    Disclosures disclosures;

    @Autowired
    Accounts accounts;

    @Autowired
    CurrentViewer viewer;

    private MvcTestResult get(String path) {
        return mvc.get().uri(path).exchange();
    }

    private MvcTestResult get(String login, String path) {
        return mvc.get().uri(path).with(SignIn.as(accounts, login)).exchange();
    }

    private MvcTestResult post(String login, String path, String... params) {
        var request = mvc.post().uri(path).with(csrf()).with(SignIn.as(accounts, login));
        for (var at = 0; at < params.length; at += 2) {
            request = request.param(params[at], params[at + 1]);
        }
        return request.exchange();
    }

    @Test
    void aDraftIsInvisibleUntilASecondPersonLetsItOut() {
        var id = press.prepared(
                Kind.PAPER, press.unit("SL"), PressOffice.paper("77-TB/HU", "Thông báo thử nghiệm", null));
        assertThat(get("/van-ban/" + id)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("/van-ban/" + id + "/tap-tin")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("/van-ban?q=nghiem")).bodyText().doesNotContain("77-TB/HU");

        press.released(id);

        assertThat(get("/van-ban/" + id)).hasStatusOk().bodyText().contains("Thông báo thử nghiệm", "77-TB/HU");
        assertThat(get("/van-ban/" + id + "/tap-tin"))
                .hasStatusOk()
                .headers()
                .hasValue("X-Content-Type-Options", "nosniff");
        assertThat(get("/van-ban?q=nghiem")).bodyText().contains("77-TB/HU");
    }

    @Test
    void whoPreparedItMayNotLetItOutAndTheDatabaseSaysSoToo() {
        var facts = Map.of("slug", "mot-minh", "title", "Một mình", "body", "<p>Chữ</p>");
        var id = viewer.as(
                press.who("duyet"), () -> disclosures.begin(Kind.PAGE, press.unit("SL"), null, new Facts(facts)));

        assertThatThrownBy(() -> viewer.run(press.who("duyet"), () -> disclosures.release(id, 1, true)))
                .isInstanceOf(Refused.class);
        assertThat(get("/trang/mot-minh")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void aChangeWaitsWhileTheOldWordsStandAndTheNewestHandMayNotReleaseIt() {
        var id = press.out(Kind.PAGE, "SL", Map.of("slug", "doi-chu", "title", "Chữ cũ", "body", "<p>Nội dung cũ</p>"));
        viewer.run(
                press.who("duyet"),
                () -> disclosures.change(
                        id,
                        2,
                        new Facts(Map.of("slug", "doi-chu", "title", "Chữ mới", "body", "<p>Nội dung mới</p>"))));

        assertThat(get("/trang/doi-chu")).bodyText().contains("Nội dung cũ").doesNotContain("Nội dung mới");
        assertThatThrownBy(() -> viewer.run(press.who("duyet"), () -> disclosures.release(id, 3, true)))
                .isInstanceOf(Refused.class);

        press.released(id);
        assertThat(get("/trang/doi-chu")).bodyText().contains("Nội dung mới").doesNotContain("Nội dung cũ");
    }

    @Test
    void ofTwoWhoChangeTheSameDraftOneIsTold() {
        var id = press.prepared(
                Kind.PAGE, press.unit("SL"), Map.of("slug", "hai-nguoi", "title", "A", "body", "<p>A</p>"));
        var facts = new Facts(Map.of("slug", "hai-nguoi", "title", "B", "body", "<p>B</p>"));
        viewer.run(press.who("bientap"), () -> disclosures.change(id, 1, facts));

        assertThatThrownBy(() -> viewer.run(press.who("vanphong"), () -> disclosures.change(id, 1, facts)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).contains("stale"));
    }

    @Test
    void whatIsWithdrawnIsGoneWithItsFileAndTheReasonStaysInside() {
        var id = press.out(Kind.PAPER, "SL", PressOffice.paper("78-TB/HU", "Sẽ gỡ", null));
        assertThat(post("thuongtruc", "/disclosure/" + id + "/withdraw", "why", "Gửi nhầm bản"))
                .hasStatus3xxRedirection();

        assertThat(get("/van-ban/" + id)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("/van-ban/" + id + "/tap-tin")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("thuongtruc", "/disclosure/" + id)).bodyText().contains("Gửi nhầm bản", "Đã gỡ");
    }

    @Test
    void releasingAsksForThePromiseAndShowsEverythingBefore() {
        var id = press.prepared(
                Kind.PAPER, press.unit("SL"), PressOffice.paper("79-TB/HU", "Đọc trước khi duyệt", null));
        assertThat(get("thuongtruc", "/disclosure/" + id + "/release"))
                .bodyText()
                .contains("79-TB/HU", "Đọc trước khi duyệt", "van-ban.pdf", "không có bí mật nhà nước");

        post("thuongtruc", "/disclosure/" + id + "/release", "revision", "2");
        assertThat(get("/van-ban/" + id)).hasStatus(HttpStatus.NOT_FOUND);
        post("thuongtruc", "/disclosure/" + id + "/release", "revision", "2", "promised", "true");
        assertThat(get("/van-ban/" + id)).hasStatusOk();
    }

    @Test
    void aFormWithFaultsKeepsWhatWasTypedAndMarksEachField() {
        var answer = post(
                "vanphong",
                "/disclosure",
                "kind",
                "BANNER",
                "unit",
                "SL",
                "sort",
                "LINK",
                "title",
                "Trang <b>bạn</b>",
                "href",
                "javascript:alert(1)",
                "onDay",
                "2018-11-10",
                "untilDay",
                "2018-11-01");

        assertThat(answer)
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("javascript:alert(1)", "Địa chỉ bắt đầu bằng", "đứng trước ngày bắt đầu");
    }

    @Test
    void rawHtmlNeverReachesThePublicPage() {
        press.out(
                Kind.PAGE,
                "SL",
                Map.of(
                        "slug",
                        "tan-cong",
                        "title",
                        "<script>x</script>",
                        "body",
                        "<p onclick=x>Chữ<script>alert(1)</script></p>"));

        assertThat(get("/trang/tan-cong"))
                .bodyText()
                .contains("&lt;script&gt;x", "Chữ")
                .doesNotContain("<script>x", "onclick", "alert(1)");
    }

    @Test
    void aPaperIsSentWithItsFileThroughTheForm() {
        var answer = mvc.post()
                .uri("/disclosure")
                .multipart()
                .file(new MockMultipartFile("file", "quy-che.pdf", "application/pdf", PressOffice.PDF))
                .with(csrf())
                .with(SignIn.as(accounts, "vanphong"))
                .param("kind", "PAPER")
                .param("unit", "SL")
                .param("sort", "quy-che")
                .param("symbol", "80-QC/HU")
                .param("issuer", "Huyện ủy Sông Lam")
                .param("title", "Quy chế gửi qua biểu mẫu")
                .param("onDay", "2018-10-30")
                .exchange();

        assertThat(answer).hasStatus3xxRedirection();
        var id = UUID.fromString(answer.getResponse().getRedirectedUrl().substring("/disclosure/".length()));
        press.released(id);
        assertThat(get("/van-ban/" + id)).bodyText().contains("quy-che.pdf");
    }

    @Test
    void whoHasNoPartInNewsDoesNotComeIn() {
        assertThat(get("xa01", "/disclosure")).hasStatus(HttpStatus.NOT_FOUND);
        var id = press.prepared(Kind.PAGE, press.unit("SL"), Map.of("slug", "kin", "title", "Kín", "body", "<p>A</p>"));
        assertThat(get("xa01", "/disclosure/" + id)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post("bientap", "/disclosure/" + id + "/release", "revision", "1", "promised", "true"))
                .hasStatus(HttpStatus.NOT_FOUND);
    }
}
