package org.giaoban.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.giaoban.testing.GiaoBanTest;
import org.giaoban.testing.Line;
import org.giaoban.testing.SwitchableDataSource;
import org.giaoban.testing.TestServer;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The database goes away, falls silent, crawls: nobody sees more than a plain page, nothing typed is lost, and all goes on by itself.
 * {@code -Dgiaoban.outage=30} makes each outage that many seconds long.
 */
@GiaoBanTest(story = "vu-quang-2018-11")
class OutageTest {

    private static final Duration LONG = Duration.ofSeconds(Integer.getInteger("giaoban.outage", 2));
    private static final Duration SOON = Duration.ofSeconds(Integer.getInteger("giaoban.outage.back", 20));
    private static final String COMMENTS = "/returns/SL-02/TH-THANG/2018-11/comments";
    private static final String TYPED = "Mưa lũ, không gom được người & <b>xin hoãn</b>";

    @LocalServerPort
    int port;

    @Autowired
    @Qualifier("officePool")
    SwitchableDataSource pool;

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private Line line;
    private String direct;

    @BeforeEach
    void throughALine() throws Exception {
        direct = hikari().getJdbcUrl();
        var address = URI.create(direct.substring("jdbc:".length()));
        line = new Line(address.getPort());
        pool.leave();
        pool.enter(direct.replace(":" + address.getPort() + "/", ":" + line.port() + "/"));
        hikari().setConnectionTimeout(2000);
        hikari().setValidationTimeout(1000);
        await().atMost(Duration.ofMinutes(1)).until(() -> get("/readyz").statusCode() == 200);
        logIn();
    }

    @AfterEach
    void withoutALine() throws Exception {
        pool.leave();
        pool.enter(direct);
        line.close();
    }

    private HikariDataSource hikari() throws Exception {
        return pool.unwrap(HikariDataSource.class);
    }

    @Test
    void aDatabaseThatIsGoneLosesNothingThatWasTyped() throws Exception {
        var token = token(COMMENTS + "?indicator=TC10");
        visitor("/");
        line.cut();
        Thread.sleep(LONG);

        var lost = post(COMMENTS, List.of("_csrf", token, "indicator", "TC10", "text", TYPED));

        assertThat(lost.statusCode()).isEqualTo(503);
        assertThat(lost.headers().firstValue("Retry-After")).contains("5");
        var page = Jsoup.parse(lost.body());
        assertThat(page.text()).contains("Máy chủ dữ liệu tạm thời chưa trả lời", "Gửi lại");
        assertThat(page.select("textarea[name=text]").first().wholeText()).isEqualTo(TYPED);
        assertThat(get("/account").statusCode()).isEqualTo(503);
        assertThat(get("/livez").statusCode()).as("alive without a database").isEqualTo(200);
        assertThat(get("/readyz").statusCode()).isEqualTo(503);
        assertThat(get("/css/shell.css").statusCode()).isEqualTo(200);
        assertThat(visitor("/").statusCode()).as("public pages are kept").isEqualTo(200);

        line.mend();
        var began = System.nanoTime();
        await().atMost(SOON).until(() -> get("/account").statusCode() == 200);
        told("database gone", began);
        var typed = page.select("form textarea");
        var fields = new ArrayList<String>();
        typed.forEach(field -> fields.addAll(List.of(field.attr("name"), field.wholeText())));
        assertThat(post(page.select("form").attr("action"), fields).statusCode())
                .as("sent again as it stood in the page")
                .isEqualTo(303);
        assertThat(comments()).isEqualTo(1);
        assertThat(get("/readyz").statusCode()).isEqualTo(200);
    }

    @Test
    void aDatabaseThatFallsSilentHoldsNobodyForLong() throws Exception {
        assertThat(get("/account").statusCode()).isEqualTo(200);
        // The session is written down after the answer has gone; whoever asks next on the same line waits for that.
        Thread.sleep(500);
        line.hold();

        await().atMost(Duration.ofSeconds(30)).until(() -> visitor("/readyz").statusCode() == 503);
        Thread.sleep(LONG);
        await().atMost(Duration.ofSeconds(30)).until(() -> took(() -> get("/account")) < 500);
        assertThat(get("/account").statusCode()).isEqualTo(503);

        line.mend();
        var began = System.nanoTime();
        await().atMost(SOON).until(() -> get("/account").statusCode() == 200);
        told("database silent", began);
    }

    @Test
    void aSlowLineIsOnlySlow() throws Exception {
        line.slow(32 * 1024);

        var answer = get("/account");

        assertThat(answer.statusCode()).isIn(200, 503);
        line.mend();
        await().atMost(SOON).until(() -> get("/account").statusCode() == 200);
    }

    @Test
    void whatTakesTooLongIsStoppedWithAPlainPage() throws Exception {
        try (var owner = TestServer.get().owner(database());
                var statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("lock table meetings.meeting in access exclusive mode");
            var answer = browser.sendAsync(request("/meetings").build(), HttpResponse.BodyHandlers.ofString());
            await().atMost(SOON).until(() -> cancelled(statement));

            assertThat(answer.join().statusCode()).isEqualTo(503);
            assertThat(answer.join().body())
                    .contains("Việc này lâu quá nên đã dừng lại")
                    .doesNotContain("SQL", "Exception");
            owner.rollback();
        }
        await().atMost(SOON).until(() -> get("/meetings").statusCode() == 200);
    }

    /** As the database itself does with a statement after its time. */
    private boolean cancelled(Statement statement) throws Exception {
        try (var waiting = statement.executeQuery(
                "select pg_cancel_backend(pid) from pg_locks where not granted and relation = 'meetings.meeting'::regclass")) {
            return waiting.next();
        }
    }

    @Test
    void theServersWorkHasItsTime() throws Exception {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select current_setting('statement_timeout'),"
                        + " current_setting('lock_timeout'), current_setting('idle_in_transaction_session_timeout')")) {
            row.next();
            assertThat(List.of(row.getString(1), row.getString(2), row.getString(3)))
                    .containsExactly("30s", "15s", "2min");
        }
    }

    private String database() {
        return direct.substring(direct.lastIndexOf('/') + 1);
    }

    private int comments() throws Exception {
        var page = Jsoup.parse(get(COMMENTS + "?indicator=TC10").body()).text();
        return page.split(Pattern.quote(TYPED), -1).length - 1;
    }

    private static void told(String what, long began) {
        System.out.printf("%s: all served again after %.1f s%n", what, (System.nanoTime() - began) / 1e9);
    }

    /** Something that takes its time. */
    private interface Asked {

        HttpResponse<String> ask() throws Exception;
    }

    private static long took(Asked asked) throws Exception {
        var began = System.nanoTime();
        asked.ask();
        return (System.nanoTime() - began) / 1_000_000;
    }

    private HttpResponse<String> get(String path) throws Exception {
        return browser.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> visitor(String path) throws Exception {
        return HttpClient.newHttpClient().send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(60))
                .header("Accept", "text/html,application/xhtml+xml");
    }

    private HttpResponse<String> post(String path, List<String> fields) throws Exception {
        var body = new ArrayList<String>();
        for (var at = 0; at < fields.size(); at += 2) {
            body.add(fields.get(at) + "=" + URLEncoder.encode(fields.get(at + 1), StandardCharsets.UTF_8));
        }
        return browser.send(
                request(path)
                        .header("Origin", "http://localhost:" + port)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(String.join("&", body)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String token(String path) throws Exception {
        return Jsoup.parse(get(path).body())
                .select("form input[name=_csrf]")
                .first()
                .val();
    }

    private void logIn() throws Exception {
        var token = token("/login");
        assertThat(post("/login", List.of("_csrf", token, "login", "xa02", "password", "giaoban-2018"))
                        .statusCode())
                .isEqualTo(303);
    }
}
