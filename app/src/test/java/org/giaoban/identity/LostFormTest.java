package org.giaoban.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.giaoban.testing.GiaoBanTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A form that is sent after the session has ended: nothing typed is lost, and only our own pages get it back. */
@GiaoBanTest(story = "vu-quang-2018-11")
class LostFormTest {

    private static final String REASON = "Không gom được người, xin hoãn sang tháng sau & <b>sẽ bù</b>";

    @LocalServerPort
    int port;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    private String here() {
        return "http://localhost:" + port;
    }

    private Document get(String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(here() + path)).build();
        return Jsoup.parse(
                browser.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    private HttpResponse<String> post(String path, String origin, List<String> fields) throws Exception {
        var body = new ArrayList<String>();
        for (var at = 0; at < fields.size(); at += 2) {
            body.add(fields.get(at) + "=" + URLEncoder.encode(fields.get(at + 1), StandardCharsets.UTF_8));
        }
        var request = HttpRequest.newBuilder(URI.create(here() + path))
                .header("Origin", origin)
                .header("Accept", "text/html,application/xhtml+xml")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("&", body)))
                .build();
        return browser.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private void logIn() throws Exception {
        var token = get("/login").select("input[name=_csrf]").first().val();
        post("/login", here(), List.of("_csrf", token, "login", "xa02", "password", "giaoban-2018"));
    }

    @Test
    void afterLoggingInAgainTheFormIsSentAsItWasTyped() throws Exception {
        logIn();
        String address = "/returns/SL-02/TH-THANG/2018-11/comments";
        var token = get(address + "?indicator=TC10")
                .select("form[action$=comments] input[name=_csrf]")
                .first()
                .val();
        cookies.getCookieStore().removeAll();

        var lost = post(address, here(), List.of("_csrf", token, "indicator", "TC10", "text", REASON, "password", "x"));

        assertThat(lost.statusCode()).isEqualTo(403);
        var page = Jsoup.parse(lost.body());
        assertThat(page.text()).contains("Phiên làm việc đã hết", "Đăng nhập lại ở một thẻ khác", "Gửi lại");
        assertThat(page.select("textarea[name=text]").first().wholeText()).isEqualTo(REASON);
        assertThat(page.select("[name=password]")).as("never a password").isEmpty();
        assertThat(page.select("form[action=" + address + "]")).hasSize(1);

        logIn();
        var again = post(address, here(), List.of("_csrf", "stale", "indicator", "TC10", "text", REASON));
        assertThat(again.statusCode())
                .as("the page of before has the token of before")
                .isEqualTo(403);
        assertThat(Jsoup.parse(again.body()).text()).contains("đã đăng nhập lại");
        var fresh = Jsoup.parse(again.body())
                .select("form[action=" + address + "] input[name=_csrf]")
                .first()
                .val();
        assertThat(post(address, here(), List.of("_csrf", fresh, "indicator", "TC10", "text", REASON))
                        .statusCode())
                .isEqualTo(303);
        assertThat(get(address).text()).contains(REASON);
    }

    @Test
    void whatComesFromAnotherPlaceIsNotGivenBackToBeSent() throws Exception {
        logIn();
        var evil = post(
                "/returns/SL-02/TH-THANG/2018-11/comments",
                "http://elsewhere.example",
                List.of("indicator", "TC10", "text", "Chuyện lạ"));

        assertThat(evil.statusCode()).isEqualTo(403);
        assertThat(evil.body()).doesNotContain("Chuyện lạ", "Gửi lại");
    }
}
