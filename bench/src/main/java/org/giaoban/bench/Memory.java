package org.giaoban.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The most that the programs on a data directory held together, looked at five times a second. */
final class Memory {

    private volatile boolean over;
    private volatile double most;

    private Memory() {}

    static Memory watch() {
        var memory = new Memory();
        Thread.ofPlatform().daemon().start(memory::look);
        return memory;
    }

    double most() {
        over = true;
        return most;
    }

    private void look() {
        while (!over) {
            most = Math.max(
                    most,
                    ProcessHandle.current()
                            .descendants()
                            .mapToDouble(Memory::megabytes)
                            .sum());
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
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
