package org.giaoban.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The packaged program as a command-line tool. */
final class Tool {

    private Tool() {}

    /** Runs it to its end, and gives the seconds it took. */
    static double run(Path jar, Path data, String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "-jar",
                jar.toString()));
        command.addAll(List.of(words));
        command.add("--giaoban.data=" + data);
        var output = data.resolve("tool.log");
        var began = System.nanoTime();
        var code = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        if (code != 0) {
            throw new IllegalStateException(Files.readString(output, StandardCharsets.UTF_8));
        }
        return (System.nanoTime() - began) / 1e9;
    }
}
