package org.giaoban.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.giaoban.testing.Evidence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server is asked to end (SIGTERM) while six callers call without a pause: who was sent to it gets a whole answer.
 * {@code -Dgiaoban.restarts=100} for the long run.
 */
class RestartsTest {

    private static final int RESTARTS = Integer.getInteger("giaoban.restarts", 1);
    private static final int LONGEST_SECONDS = 180;

    @TempDir
    private Path folder;

    private Process server;

    @AfterEach
    void end() throws Exception {
        if (server.isAlive()) {
            server.destroy();
            server.waitFor(1, TimeUnit.MINUTES);
        }
    }

    @Test
    void nobodyWhoWasSentThereIsLeftWithoutAnAnswer() throws Exception {
        var evidence = Evidence.of("restarts");
        var random = new Random(evidence.seed());
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        var port = freePort();
        start(port);
        var callers = new RestartCallers(port, "/login");
        callers.start();
        for (var number = 1; number <= RESTARTS; number++) {
            awaitAnswers(callers);
            Thread.sleep(random.nextInt(200, 1_000));
            var began = System.nanoTime();
            server.destroy();
            assertThat(server.waitFor(1, TimeUnit.MINUTES)).isTrue();
            var ended = (System.nanoTime() - began) / 1e9;
            start(port);
            evidence.say(
                    "restart %d: ended after %.1f s, back after %.1f s, %,d answered, %d failed %s",
                    number,
                    ended,
                    (System.nanoTime() - began) / 1e9,
                    callers.answered(),
                    callers.failed(),
                    callers.lastFailure());
        }
        awaitAnswers(callers);
        assertThat(callers.failed()).as(callers.lastFailure()).isZero();

        // The control: a server that is killed leaves some of them without an answer.
        server.destroyForcibly().waitFor();
        callers.stop();
        evidence.say("kill -9: %d failed: %s", callers.failed(), callers.lastFailure());
        assertThat(callers.failed()).isPositive();
    }

    private static void awaitAnswers(RestartCallers callers) throws InterruptedException {
        var before = callers.answered();
        for (var left = LONGEST_SECONDS * 10; left > 0 && callers.answered() < before + 50; left--) {
            Thread.sleep(100);
        }
    }

    private void start(int port) throws IOException, InterruptedException {
        var log = folder.resolve("server.log");
        Files.deleteIfExists(log);
        server = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx512m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.giaoban.Application",
                        "serve",
                        "--server.port=" + port,
                        "--giaoban.drain=1s",
                        "--giaoban.data=" + folder.resolve("data")))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        for (var left = LONGEST_SECONDS * 20; !Files.readString(log).contains("Giao Ban is ready"); left--) {
            if (left == 0 || !server.isAlive()) {
                throw new IllegalStateException("The server did not start: " + Files.readString(log));
            }
            Thread.sleep(50);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
