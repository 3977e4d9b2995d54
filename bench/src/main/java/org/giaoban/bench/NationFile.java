package org.giaoban.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/** A country's December by the file, through the product's own import with its checks and its log. */
final class NationFile {

    /** December, counted from July. */
    private static final int MONTH = 5;

    private NationFile() {}

    static void take(Path jar, Path data, int provinces) throws Exception {
        var file = write(data, provinces);
        var watch = Watch.begin();
        var said = tool(jar, data, "import-returns", file.toString());
        var used = watch.end();
        var megabytes = used.megabytes();
        System.out.println(
                said.lines().skip(Math.max(0, said.lines().count() - 2)).toList());
        var rate = number(said, "mỗi giây ([0-9.,]+) số");
        System.out.println("import of December through the product, checks and log on");
        Peer.IMPORT.print(rate);
        Peer.IMPORT_MEGABYTES.print(megabytes);
        System.out.println("with the start of the tool, "
                + used.each((double) provinces * Nation.COMMUNES_EACH * Nation.UNITS_EACH * Sheet40.LARGE.size()));
        Files.delete(file);
    }

    private static Path write(Path data, int provinces) throws IOException {
        var file = data.resolve("december.csv.gz");
        try (var out = new BufferedWriter(new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(file), 1 << 16), StandardCharsets.UTF_8))) {
            out.write("unit,form,period,indicator,value\n");
            for (var unit = 0; unit < provinces * Nation.COMMUNES_EACH * Nation.UNITS_EACH; unit++) {
                var commune = unit / Nation.UNITS_EACH;
                var key = "VN-%d-%d-%d,%s,2025-12,"
                        .formatted(
                                1 + commune / Nation.COMMUNES_EACH,
                                1 + commune % Nation.COMMUNES_EACH,
                                1 + unit % Nation.UNITS_EACH,
                                Sheet40.LARGE.form());
                for (var code = 0; code < Sheet40.LARGE.size(); code++) {
                    out.write(key + Sheet40.CODES.get(code) + "," + Sheet40.value(code, unit, MONTH, 1) + "\n");
                }
            }
        }
        return file;
    }

    /** Runs the packaged program as a tool, and gives what it said. */
    static String tool(Path jar, Path data, String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-jar",
                jar.toString()));
        command.addAll(List.of(words));
        command.add("--giaoban.data=" + data);
        var output = data.resolve("nation.log");
        var code = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        var said = Files.readString(output).strip();
        if (code != 0) {
            throw new IllegalStateException(said);
        }
        return said;
    }

    /** A number as people write it here or as programs do. */
    static double number(String said, String pattern) {
        var found = Pattern.compile(pattern).matcher(said);
        if (!found.find()) {
            throw new IllegalStateException("No " + pattern + " in: " + said);
        }
        var written = found.group(1);
        return Double.parseDouble(
                written.matches("[0-9]+\\.[0-9]")
                        ? written
                        : written.replace(".", "").replace(',', '.'));
    }
}
