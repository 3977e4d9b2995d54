package org.giaoban.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Feeds a target in the build: first what was once found, then so many seconds of random programs. The fuzzer that watches the
 * coverage runs the same targets on demand ({@code tools/fuzz}).
 */
public final class Fuzzing {

    private static final int SECONDS = Integer.getInteger("giaoban.fuzz", 4);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int LONGEST_PROGRAM = 96;
    private static final long TOO_LONG = TimeUnit.SECONDS.toNanos(5);

    /** What eats a fuzzer's bytes; whatever comes out of it is a finding. */
    public interface Target {

        void eat(byte[] program) throws Exception;
    }

    private Fuzzing() {}

    /** Fails with the program that broke the target, in hexadecimal: add it as a line to {@code src/test/resources/fuzz/NAME.txt}. */
    public static void feed(String name, Target target) {
        var evidence = Evidence.of("web-fuzz-" + name);
        var kept = 0;
        for (var program : corpus(name)) {
            kept++;
            assertThat(finding(target, program))
                    .as(name + " of the corpus " + hex(program))
                    .isNull();
        }
        var random = new Random(evidence.seed());
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        var inputs = 0;
        while (System.nanoTime() - end < 0) {
            var program = new byte[random.nextInt(LONGEST_PROGRAM)];
            random.nextBytes(program);
            var finding = finding(target, program);
            if (finding != null) {
                evidence.note(finding + " by " + hex(program));
            }
            assertThat(finding).as(name + " " + hex(program)).isNull();
            inputs++;
        }
        assertThat(kept).as("what is kept for " + name).isPositive();
        evidence.say("fuzz %s: %d kept, %d random inputs in %d s, 0 findings", name, kept, inputs, SECONDS);
    }

    /** Null when the target stood it, in time. */
    public static @Nullable String finding(Target target, byte[] program) {
        var begin = System.nanoTime();
        var worked = THREADS.getCurrentThreadCpuTime();
        String said = null;
        try {
            target.eat(program);
        } catch (Throwable e) {
            said = e + (e.getStackTrace().length == 0 ? "" : " at " + e.getStackTrace()[0]);
        }
        // By the processor's time, for the machine may have other work; readers on other threads by the clock.
        var took = Math.max(
                THREADS.getCurrentThreadCpuTime() - worked, System.nanoTime() - begin - TimeUnit.SECONDS.toNanos(9));
        return took > TOO_LONG ? "took " + took / 1_000_000 + " ms" : said;
    }

    private static List<byte[]> corpus(String name) {
        var file = "fuzz/" + name + ".txt";
        var above = Path.of("app/src/test/resources", file);
        try (var lines = Files.lines(Files.exists(above) ? above : Path.of("src/test/resources", file))) {
            return lines.map(HexFormat.of()::parseHex).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hex(byte[] program) {
        return HexFormat.of().formatHex(program);
    }
}
