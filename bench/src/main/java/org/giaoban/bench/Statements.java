package org.giaoban.bench;

import static java.util.Comparator.comparingDouble;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;

/** What one request asks the database, out of the database's own log. */
final class Statements {

    private static final int SHOWN = 40;
    private static final int LONGEST = 130;
    private static final Pattern ENTRY = Pattern.compile(
            "LOG:  duration: ([0-9.]+) ms  (parse|bind|execute|statement)(?: [^:]*)?: (.*?)(?=\\n\\d{4}-\\d\\d-\\d\\d |\\z)",
            Pattern.DOTALL);

    private record Said(double millis, String step, String text) {}

    private Statements() {}

    /** Something that asks the database. */
    interface Work {
        void run() throws IOException;
    }

    static void print(String name, Path data, Work work) throws IOException, SQLException, InterruptedException {
        log(data, "0");
        var start = Math.toIntExact(Files.size(Database.log(data)));
        work.run();
        Thread.sleep(200);
        var log = Files.readAllBytes(Database.log(data));
        log(data, "-1");
        var said = ENTRY.matcher(new String(log, start, log.length - start, StandardCharsets.UTF_8))
                .results()
                .map(found -> new Said(
                        Double.parseDouble(found.group(1)),
                        found.group(2),
                        found.group(3).replaceAll("\\s+", " ")))
                .toList();
        print(name, said);
    }

    private static void print(String name, List<Said> said) {
        System.out.printf(
                "%n%s: %d statements, %d of them parsed anew, %.1f ms inside the database; in the order of cost:%n",
                name,
                said.stream()
                        .filter(each ->
                                each.step().equals("execute") || each.step().equals("statement"))
                        .count(),
                said.stream().filter(each -> each.step().equals("parse")).count(),
                said.stream().mapToDouble(Said::millis).sum());
        said.stream()
                .sorted(comparingDouble(Said::millis).reversed())
                .limit(SHOWN)
                .forEach(each -> System.out.printf(
                        "%8.2f %-9s %s%n",
                        each.millis(),
                        each.step(),
                        each.text().substring(0, Math.min(LONGEST, each.text().length()))));
    }

    private static void log(Path data, String threshold) throws IOException, SQLException, InterruptedException {
        try (var connection = Database.open(data);
                var statement = connection.createStatement()) {
            statement.execute("alter system set log_min_duration_statement = " + threshold);
            statement.execute("select pg_reload_conf()");
        }
        Thread.sleep(200);
    }
}
