package org.giaoban.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** What the programs that this one starts use, looked at five times a second: the most memory together, and processor time. */
final class Watch {

    private static final long PAUSE = 200;

    private final Map<Long, Double> seconds = new HashMap<>();
    private final Thread looking = Thread.ofPlatform().daemon().unstarted(this::look);
    private volatile boolean over;
    private double most;
    private double program;

    private Watch() {}

    static Watch begin() {
        var watch = new Watch();
        watch.looking.start();
        return watch;
    }

    /** The memory in megabytes; the processor time of the programs started, and of the databases that those started. */
    record Used(double megabytes, double program, double database) {

        /** Beyond what another run used. */
        Used beyond(Used other) {
            return new Used(megabytes, program - other.program, database - other.database);
        }

        String each(double times) {
            return "processor per value: program %.2f µs, database %.2f µs, together %.2f µs"
                    .formatted(program * 1e6 / times, database * 1e6 / times, (program + database) * 1e6 / times);
        }
    }

    Used end() throws InterruptedException {
        over = true;
        looking.join();
        var all = seconds.values().stream().mapToDouble(Double::doubleValue).sum();
        return new Used(most, program, all - program);
    }

    private void look() {
        var self = ProcessHandle.current();
        while (!over) {
            most = Math.max(
                    most, self.descendants().mapToDouble(Watch::megabytes).sum());
            self.descendants().forEach(each -> seconds.merge(each.pid(), used(each), Math::max));
            program = Math.max(
                    program,
                    self.children()
                            .mapToDouble(each -> seconds.getOrDefault(each.pid(), 0.0))
                            .sum());
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static double used(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
    }

    /** The process's share of what it has in memory: pages that several have are counted once. */
    private static double megabytes(ProcessHandle process) {
        try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                    .sum();
        } catch (IOException | java.io.UncheckedIOException gone) {
            return 0;
        }
    }
}
