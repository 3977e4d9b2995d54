package org.giaoban.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar, started on an empty folder: what runs by itself finds keys and rules in their place. */
class FirstStartTest {

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Pattern COMPLETIONS = Pattern.compile(
            "dbscheduler_task_completions_total\\{result=\"(ok|failed)\",task=\"([^\"]+)\"\\} ([0-9.]+)");

    /** Those that are due at once; others wait for their hour. */
    private static final List<String> AT_ONCE =
            List.of("audit.checkpoint", "notification-reminders", "tasks-rounds", "readers.letters");

    @TempDir
    private Path data;

    private record Completions(String job, boolean well, double count) {}

    @Test
    void noJobFailsAtAFirstStart() throws Exception {
        var watched = ServerUnderTest.freePort();
        try (var server = ServerUnderTest.start(
                Path.of("../app/target/giaoban.jar"),
                data,
                "--giaoban.management-port=" + watched,
                "--db-scheduler.polling-interval=1s")) {
            assertThat(server.process().isAlive()).isTrue();
            var address = URI.create("http://127.0.0.1:" + watched + "/prometheus");
            awaitAll(address);

            assertThat(completions(address))
                    .filteredOn(one -> !one.well())
                    .hasSizeGreaterThan(AT_ONCE.size())
                    .allSatisfy(one -> assertThat(one.count()).as(one.job()).isZero());
        }
    }

    private static void awaitAll(URI address) throws IOException, InterruptedException {
        var until = System.nanoTime() + LONGEST.toNanos();
        while (!done(completions(address)).containsAll(AT_ONCE)) {
            assertThat(System.nanoTime()).as("the jobs did not run").isLessThan(until);
            Thread.sleep(500);
        }
    }

    /** Those that ran, well or not. */
    private static List<String> done(List<Completions> completions) {
        return completions.stream()
                .filter(one -> one.count() > 0)
                .map(Completions::job)
                .toList();
    }

    private static List<Completions> completions(URI address) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var told = client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
            return COMPLETIONS
                    .matcher(told.body())
                    .results()
                    .map(found -> new Completions(
                            found.group(2), found.group(1).equals("ok"), Double.parseDouble(found.group(3))))
                    .toList();
        }
    }
}
