package org.giaoban.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Values by the file through the product's own import: how many a second, whether it stays linear, and in how much memory. */
public final class BulkIn {

    private static final List<Integer> MONTHS = List.of(6, 12, 24);
    private static final double PER_SECOND = 100_000;
    private static final double MOST_MEGABYTES = 1024;

    private BulkIn() {}

    /** The jar, and the numbers of months to import one after the other. */
    public static void main(String[] args) throws Exception {
        var months = Arrays.stream(args).skip(1).map(Integer::valueOf).toList();
        measure(Path.of(args[0]), months.isEmpty() ? MONTHS : months);
    }

    static void measure(Path jar) throws Exception {
        measure(jar, MONTHS);
    }

    private static void measure(Path jar, List<Integer> steps) throws Exception {
        try (var scratch = Scratch.of("bulk")) {
            var data = scratch.folder();
            var tree = SmallTree.plant(jar, data);
            System.out.printf(
                    "%nimport of values by the file, checks and log on, %d units x 40 indicators%n",
                    tree.units().size());
            var empty = run(jar, data, write(data, tree, 0, 0));
            System.out.printf("start of the tool and an empty file: %.1f s, not counted below%n", empty.seconds());
            System.out.printf("%12s %9s %12s %9s %12s%n", "values", "s", "values/s", "MB", "again, s");
            var first = 0;
            for (var months : steps) {
                var file = write(data, tree, first, months);
                measure(jar, data, file, (double) tree.units().size() * months * Sheet40.LARGE.size(), empty);
                first += months;
            }
        }
    }

    private record Run(double seconds, Watch.Used used) {}

    private static Run run(Path jar, Path data, Path file) throws Exception {
        var watch = Watch.begin();
        return new Run(Tool.run(jar, data, "import-returns", file.toString()), watch.end());
    }

    private static void measure(Path jar, Path data, Path file, double values, Run empty) throws Exception {
        var used = run(jar, data, file).used();
        var rate = NationFile.number(Files.readString(data.resolve("tool.log")), "mỗi giây ([0-9.,]+) số");
        var again = Tool.run(jar, data, "import-returns", file.toString()) - empty.seconds();
        System.out.printf("%,12.0f %9.1f %,12.0f %9.0f %12.1f%n", values, values / rate, rate, used.megabytes(), again);
        System.out.println(used.beyond(empty.used()).each(values));
        try (var server = ServerUnderTest.start(jar, data, false)) {
            var plain = PlainCopy.rate(data, file, values);
            System.out.printf(
                    "the same lines copied into a bare table: %,.0f values/s, %.1f times as many%n",
                    plain, plain / rate);
        }
        System.out.printf(
                "goal >= %,.0f values/s in <= %.0f MB: %s%n",
                PER_SECOND,
                MOST_MEGABYTES,
                rate >= PER_SECOND && used.megabytes() <= MOST_MEGABYTES ? "reached" : "NOT REACHED");
    }

    private static Path write(Path data, SmallTree tree, int first, int months) throws IOException {
        var file = data.resolve("values-" + first + "-" + months + ".csv.gz");
        try (var out = new BufferedWriter(new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(file), 1 << 16), StandardCharsets.UTF_8))) {
            out.write("unit,form,period,indicator,value\n");
            for (var month = first; month < first + months; month++) {
                for (var unit = 0; unit < tree.units().size(); unit++) {
                    var key = tree.units().get(unit) + "," + Sheet40.LARGE.form() + "," + Sheet40.month(month) + ",";
                    for (var code = 0; code < Sheet40.LARGE.size(); code++) {
                        out.write(key + Sheet40.CODES.get(code) + "," + Sheet40.value(code, unit, month, 1) + "\n");
                    }
                }
            }
        }
        return file;
    }
}
