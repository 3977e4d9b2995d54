package org.giaoban.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How long it takes until somebody can log in: the first time, again, and as the operators' guide has it for quick starts. */
final class Starts {

    private Starts() {}

    static void measure(Path jar) throws Exception {
        try (var scratch = Scratch.of("starts")) {
            measure(jar, scratch.folder());
        }
    }

    /** Leaves {@code data} filled with the demonstration. */
    static void measure(Path jar, Path data) throws Exception {
        System.out.printf("%n%-28s %14s %14s %14s%n", "start, s", "log-in page", "all loaded", "processor");
        start("empty data, with the story", jar, data, List.of());
        start("existing data", jar, data, List.of());
        try (var unpackedTo = Scratch.of("unpacked")) {
            var unpacked = unpack(jar, unpackedTo.folder());
            var cache = unpackedTo.folder().resolve("giaoban.aot");
            start("the same, cache is written", unpacked, data, List.of("-XX:AOTCacheOutput=" + cache));
            awaitFile(cache);
            var quick = start("existing data, with cache", unpacked, data, List.of("-XX:AOTCache=" + cache));
            Peer.START.print(quick);
        }
    }

    private static double start(String name, Path jar, Path data, List<String> options) throws Exception {
        try (var server = ServerUnderTest.withOptions(jar, data, options)) {
            System.out.printf(
                    "%-28s %14.1f %14.1f %14.1f%n",
                    name, server.secondsToLogIn(), server.secondsToReady(), server.processorSeconds());
            return server.secondsToLogIn();
        }
    }

    private static Path unpack(Path jar, Path folder) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var ended = new ProcessBuilder(
                        java,
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--force",
                        "--destination",
                        folder.toString())
                .inheritIO()
                .start()
                .waitFor();
        if (ended != 0) {
            throw new IllegalStateException("The jar cannot be unpacked");
        }
        return folder.resolve(jar.getFileName());
    }

    /** A process of Java's own writes it after the program has ended. */
    private static void awaitFile(Path file) throws InterruptedException {
        for (var second = 0; second < 60 && !Files.exists(file); second++) {
            Thread.sleep(1000);
        }
    }
}
