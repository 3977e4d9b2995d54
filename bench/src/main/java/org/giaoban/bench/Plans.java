package org.giaoban.bench;

import static java.util.Comparator.comparingDouble;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;

/** The plans PostgreSQL chose for what a page really asked, out of its own log. */
final class Plans {

    private static final int SHOWN = 6;
    private static final int LONGEST_LINE = 200;
    private static final Pattern ENTRY = Pattern.compile(
            "LOG:  duration: ([0-9.]+) ms  plan:\\n(.*?)(?=\\n\\d{4}-\\d\\d-\\d\\d |\\z)", Pattern.DOTALL);

    private static final List<String> SETTINGS = List.of(
            "session_preload_libraries = 'auto_explain'",
            "auto_explain.log_min_duration = 0",
            "auto_explain.log_analyze = on",
            "auto_explain.log_timing = off",
            "auto_explain.log_buffers = on",
            "auto_explain.log_parameter_max_length = 0");

    private record Plan(double millis, String text) {}

    private Plans() {}

    /** From the next start on every statement's plan is logged. */
    static void record(Path data) throws IOException, SQLException {
        try (var connection = Database.open(data);
                var statement = connection.createStatement()) {
            for (var setting : SETTINGS) {
                statement.execute("alter database giaoban set " + setting);
            }
        }
    }

    /** How long the log is now. */
    static long mark(Path data) throws IOException {
        return Files.size(Database.log(data));
    }

    /** Says how much was asked since the mark, and shows the plans that took longest. */
    static void print(String page, Path data, long mark) throws IOException {
        var log = Files.readAllBytes(Database.log(data));
        var start = Math.toIntExact(mark);
        var plans = ENTRY.matcher(new String(log, start, log.length - start, StandardCharsets.UTF_8))
                .results()
                .map(found -> new Plan(Double.parseDouble(found.group(1)), found.group(2)))
                .toList();
        var total = plans.stream().mapToDouble(Plan::millis).sum();
        System.out.printf(
                "%none %s asks the database %d times, %.1f ms in all; the longest:%n", page, plans.size(), total);
        plans.stream()
                .sorted(comparingDouble(Plan::millis).reversed())
                .limit(SHOWN)
                .forEach(Plans::print);
    }

    private static void print(Plan plan) {
        System.out.printf("%n%.2f ms%n", plan.millis());
        plan.text()
                .lines()
                .map(line -> line.substring(0, Math.min(line.length(), LONGEST_LINE)))
                .forEach(System.out::println);
    }
}
