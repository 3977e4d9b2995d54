package org.giaoban.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One run: cold and warm start, the pages of a district's briefing beside a reference page, the plans behind the board. */
public final class Bench {

    private static final String LOGIN = "vanphong";
    private static final String PASSWORD = "giaoban-2018";
    private static final String REFERENCE = "/account";
    private static final String BOARD = "/board/SL/2018-11";
    private static final String HOME = "/";
    private static final int WARM_UP = 150;
    private static final int ROUNDS = 300;
    private static final int KILLS = 50;
    private static final int PROVINCES = 34;
    private static final double BOARD_MILLIS = 50;
    private static final double HOME_MILLIS = 30;

    private static final Map<String, String> PAGES = pages();

    private Bench() {}

    private static Map<String, String> pages() {
        var pages = new LinkedHashMap<String, String>();
        pages.put("reference: my account", REFERENCE);
        pages.put("board, month", BOARD + "?span=month");
        pages.put("board, year to date", BOARD);
        pages.put("figures of all indicators", BOARD + "/figures");
        pages.put("returns of the period", "/returns");
        pages.put("tasks", "/tasks");
        pages.put("public home", HOME);
        return pages;
    }

    public static void main(String[] args) throws Exception {
        var jar = Path.of(args[0]);
        if (args.length > 1) {
            part(jar, args[1]);
            return;
        }
        try (var scratch = Scratch.of("bench")) {
            var data = scratch.folder();
            System.out.println("Giao Ban bench: " + Runtime.getRuntime().availableProcessors() + " processors, Java "
                    + Runtime.version());
            Starts.measure(jar, data);
            try (var server = ServerUnderTest.start(jar, data)) {
                District.fill(data);
                measure(server);
            }
            plans(jar, data);
            Country.measure(jar);
            ReturnsIn.measure(jar);
            BulkIn.measure(jar);
            Gathering.measure(jar);
            Portal.measure(jar);
        }
    }

    private static void part(Path jar, String name) throws Exception {
        switch (name) {
            case "starts" -> Starts.measure(jar);
            case "country" -> Country.measure(jar);
            case "returns" -> ReturnsIn.measure(jar);
            case "bulk" -> BulkIn.measure(jar);
            case "meeting" -> Gathering.measure(jar);
            case "portal" -> Portal.measure(jar);
            case "nation" -> Nation.measure(jar, PROVINCES);
            case "storm" -> Storm.measure(jar);
            case "faults" -> Faults.measure(jar);
            case "crashes" -> System.out.println(Crashes.run(jar, KILLS, System.nanoTime()));
            default -> throw new IllegalArgumentException("no part of the bench: " + name);
        }
    }

    private static void measure(ServerUnderTest server) throws Exception {
        var browser = Browser.loggedIn(server.address(), LOGIN, PASSWORD);
        var times = new LinkedHashMap<String, List<Double>>();
        for (var round = 0; round < WARM_UP + ROUNDS; round++) {
            for (var page : PAGES.entrySet()) {
                var millis = browser.millis(page.getValue());
                if (round >= WARM_UP) {
                    times.computeIfAbsent(page.getKey(), key -> new ArrayList<>())
                            .add(millis);
                }
            }
        }
        print(times);
    }

    private static void print(Map<String, List<Double>> times) {
        var reference = new Samples(times.values().iterator().next());
        System.out.printf("%n%-28s %9s %9s %14s%n", "answer over loopback, ms", "p50", "p99", "p50 / reference");
        times.forEach((name, millis) -> {
            var samples = new Samples(millis);
            System.out.printf(
                    "%-28s %9.1f %9.1f %14.1f%n",
                    name,
                    samples.percentile(50),
                    samples.percentile(99),
                    samples.percentile(50) / reference.percentile(50));
        });
        goal("board, month", BOARD_MILLIS, times);
        goal("board, year to date", BOARD_MILLIS, times);
        goal("public home", HOME_MILLIS, times);
    }

    private static void goal(String page, double goal, Map<String, List<Double>> times) {
        var measured = new Samples(times.getOrDefault(page, List.of())).percentile(99);
        System.out.printf(
                "%-28s goal p99 <= %.0f ms: measured %.1f ms, %s%n",
                page, goal, measured, measured <= goal ? "reached" : "NOT REACHED");
    }

    private static void plans(Path jar, Path data) throws Exception {
        try (var server = ServerUnderTest.start(jar, data)) {
            var browser = Browser.loggedIn(server.address(), LOGIN, PASSWORD);
            browser.millis(BOARD);
            Plans.record(data);
        }
        try (var server = ServerUnderTest.start(jar, data)) {
            var browser = Browser.loggedIn(server.address(), LOGIN, PASSWORD);
            for (var page : List.of(HOME, BOARD)) {
                browser.millis(page);
                var mark = Plans.mark(data);
                browser.millis(page);
                Plans.print(page, data, mark);
            }
        }
    }
}
