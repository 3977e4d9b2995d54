package org.giaoban.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** The pages of a country as one reader asks for them: boards at every height and the passport of a figure. */
final class NationPages {

    private static final Duration WARM_UP_MOST = Duration.ofMinutes(5);

    private static final int ROUNDS = 200;
    private static final double BOARD_MILLIS = 50;

    private final Browser browser;
    private final int provinces;
    private final Random random = new Random(34);
    private final Map<String, Supplier<String>> pages = new LinkedHashMap<>();

    NationPages(Browser browser, int provinces) {
        this.browser = browser;
        this.provinces = provinces;
        pages.put("reference: my account", () -> "/account");
        pages.put("board of the country, year to date", () -> "/board/VN/2025-" + month());
        pages.put("board of any province", () -> "/board/" + province() + "/2025-" + month());
        pages.put("board of any commune", () -> "/board/" + commune() + "/2025-" + month());
        pages.put(
                "board of any unit",
                () -> "/board/" + commune() + "-" + (1 + random.nextInt(Nation.UNITS_EACH)) + "/2025-" + month());
        pages.put(
                "one indicator's months, country (passport)",
                () -> "/figures/VN/" + Nation.CHECKED + "/2025-" + month());
    }

    /** All pages in turn, until the program's compiler has little left to do. */
    void warmUp(ServerUnderTest server, int pauseMillis) throws Exception {
        new CompilerWork(server.process()).warmUp(WARM_UP_MOST, () -> {
            for (var page : pages.values()) {
                browser.millis(page.get());
                Thread.sleep(pauseMillis);
            }
        });
    }

    /** Each page in its turn, so that all of them meet the same machine. */
    void measure(int pauseMillis) throws Exception {
        var times = new LinkedHashMap<String, ArrayList<Double>>();
        for (var round = 0; round < ROUNDS; round++) {
            for (var page : pages.entrySet()) {
                times.computeIfAbsent(page.getKey(), key -> new ArrayList<>())
                        .add(browser.millis(page.getValue().get()));
                Thread.sleep(pauseMillis);
            }
        }
        times.forEach((name, millis) -> {
            var samples = new Samples(millis);
            var late = samples.percentile(99);
            System.out.printf(
                    "%-52s %9.1f %9.1f%s%n",
                    name,
                    samples.percentile(50),
                    late,
                    name.startsWith("board")
                            ? "   goal p99 <= %.0f: %s"
                                    .formatted(BOARD_MILLIS, late <= BOARD_MILLIS ? "reached" : "NOT REACHED")
                            : "");
        });
    }

    private String month() {
        return "%02d".formatted(1 + random.nextInt(Nation.MONTHS));
    }

    private String province() {
        return "VN-" + (1 + random.nextInt(provinces));
    }

    private String commune() {
        return province() + "-" + (1 + random.nextInt(Nation.COMMUNES_EACH));
    }
}
