package org.giaoban.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.SignIn;
import org.giaoban.platform.PartState.Level;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@GiaoBanTest(story = "vu-quang-2018-11")
class OperationsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final long GIB = 1L << 30;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    Parts parts;

    @Autowired
    List<RecurringTask<?>> jobs;

    @LocalManagementPort
    int managementPort;

    @Test
    void thoseWhoKeepTheSystemRunningSeeItsState() {
        var page = mvc.get()
                .uri("/operations")
                .with(SignIn.as(accounts, "quantri"))
                .exchange();

        assertThat(page).hasStatusOk();
        assertThat(page)
                .bodyText()
                .contains(
                        "Cơ sở dữ liệu",
                        "Ổ đĩa",
                        "Đồng hồ của máy",
                        "Thư",
                        "Việc chạy định kỳ",
                        "Hàng rào theo dòng",
                        "Còn trống",
                        "Sao lưu");
        assertThat(page).bodyText().doesNotContain("không đọc được");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vanphong", "chanhvp", "xa01", "bithu01", "duyet"})
    void othersDoNot(String login) {
        assertThat(mvc.get().uri("/operations").with(SignIn.as(accounts, login)))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void whoeverWatchesIsAnsweredWithoutASession() {
        var alive = mvc.get().uri("/livez").exchange();
        var ready = mvc.get().uri("/readyz").exchange();

        assertThat(alive).hasStatusOk().bodyText().isEqualTo("alive");
        assertThat(ready).hasStatusOk().bodyText().isEqualTo("ready");
        assertThat(alive).doesNotContainHeader("Set-Cookie");
        assertThat(ready).doesNotContainHeader("Set-Cookie");
    }

    @Test
    void measurementsStandOnAPortOfTheirOwn() throws Exception {
        mvc.get()
                .uri("/people/0197a2f4-7d3c-7abc-9def-0123456789ab")
                .with(SignIn.as(accounts, "vanphong"))
                .exchange();

        var measured = watched("/prometheus");
        assertThat(measured.statusCode()).isEqualTo(200);
        assertThat(measured.body())
                .contains("giaoban_state{part=\"database\"}", "giaoban_turned_away_total", "jvm_memory_used_bytes")
                .contains("giaoban_requests_seconds_count{pattern=\"/people/{id}\"")
                .as("patterns, not addresses")
                .doesNotContain("0197a2f4");
        assertThat(watched("/health/liveness").body()).contains("UP");
        assertThat(watched("/health/readiness").body()).contains("UP");
        assertThat(watched("/env").statusCode()).isEqualTo(404);
        assertThat(watched("/heapdump").statusCode()).isEqualTo(404);
        for (var hidden : List.of("/prometheus", "/health", "/actuator", "/actuator/prometheus")) {
            assertThat(mvc.get().uri(hidden)).as("on the port of the pages").hasStatus(HttpStatus.NOT_FOUND);
        }
    }

    private HttpResponse<String> watched(String path) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void theGuardsOfRowsAreInForceHere() {
        var database = parts.all().stream()
                .filter(part -> part.name().equals("database"))
                .findFirst()
                .orElseThrow();

        assertThat(database.state().lines())
                .anySatisfy(line -> assertThat(line.value()).isEqualTo("có tác dụng"));
    }

    @ParameterizedTest
    @CsvSource({
        "100, 1000, FINE",
        "30, 1000, FINE",
        "15, 1000, NOTICE",
        "60, 100, FINE",
        "10, 100, NOTICE",
        "1, 100, FAULT",
        "1, 4, NOTICE",
        "0, 4, FAULT"
    })
    void aDiskIsToldOfLongBeforeItIsFull(long free, long total, Level level) {
        assertThat(DiskPart.space("x", free * GIB, total * GIB).level()).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({"0, 60, FINE", "0, -60, FINE", "0, -3600, NOTICE", "1, 60, NOTICE", "3, 60, FAULT"})
    void aJobThatFailsOrStaysAwayIsSeen(int failures, int secondsToNext, Level level) {
        var job = new JobsPart.Job("files.sweep", false, NOW, failures, NOW.plusSeconds(secondsToNext));

        assertThat(JobsPart.line(job, NOW).level()).isEqualTo(level);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void everyJobHasANameInTheReadersLanguage(String language) {
        var named = ResourceBundle.getBundle("texts.operations", Locale.of(language));

        assertThat(jobs)
                .hasSizeGreaterThan(5)
                .allSatisfy(job -> assertThat(named.containsKey("operations.job." + job.getName()))
                        .as(job.getName())
                        .isTrue());
    }
}
