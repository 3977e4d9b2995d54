package org.giaoban.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** How long one visitor waits for each kind of public page, made anew and kept, and for searches. */
final class PortalPages {

    private static final int WARM_UP = 150;
    private static final int ROUNDS = 400;
    private static final Duration WARM_UP_MOST = Duration.ofMinutes(4);
    private static final double PAGE_MILLIS = 30;
    private static final double SEARCH_MILLIS = 100;

    private final PortalSite site;

    PortalPages(PortalSite site) {
        this.site = site;
    }

    /** Every page is asked for with a word of its own in the query, so that nothing kept answers. */
    private Map<String, IntFunction<String>> kinds() {
        var pages = new LinkedHashMap<String, IntFunction<String>>();
        pages.put("front page, made anew", turn -> "/?x=" + turn);
        pages.put("category, made anew", turn -> "/tin/nong-thon-moi?x=" + turn);
        pages.put(
                "later page of a category",
                turn -> "/tin/nong-thon-moi?x=" + turn + "&after=2014-0" + (1 + turn % 9)
                        + "-01T00:00:00Z_00000000-0000-0000-0000-000000000000");
        pages.put("article, made anew", turn -> site.article(turn) + "?x=" + turn);
        pages.put("feed, made anew", turn -> "/tin/nong-thon-moi/rss.xml?x=" + turn);
        pages.put("front page, kept", turn -> "/");
        pages.put("article, kept", turn -> site.article(7));
        return pages;
    }

    /** Whatever else a visitor reaches by links, made anew. */
    private Map<String, IntFunction<String>> others() throws IOException, InterruptedException {
        var pages = new LinkedHashMap<String, IntFunction<String>>();
        PublicMap.of(site).forEach((kind, path) -> pages.put(kind + ", made anew", turn -> path + "?x=" + turn));
        return pages;
    }

    /** All pages in turn, with other words than are measured, until the program's compiler has little left to do. */
    void warmUp(ServerUnderTest server) throws Exception {
        var turns = new AtomicInteger(WARM_UP + ROUNDS);
        var all = new ArrayList<>(kinds().values());
        all.addAll(others().values());
        new CompilerWork(server.process()).warmUp(WARM_UP_MOST, () -> {
            var turn = turns.incrementAndGet();
            for (var page : all) {
                site.get(page.apply(turn));
            }
        });
    }

    void pages() throws Exception {
        System.out.printf("%n%-40s %9s %9s%n", "public page, ms over loopback", "p50", "p99");
        for (var page : kinds().entrySet()) {
            told(page.getKey(), timed(page.getValue()), PAGE_MILLIS);
        }
        System.out.printf("%n%-40s %9s %9s%n", "every kind of page reached by links, ms", "p50", "p99");
        for (var page : others().entrySet()) {
            told(page.getKey(), timed(page.getValue()), PAGE_MILLIS);
        }
    }

    void searches() throws Exception {
        var kinds = Map.<String, IntFunction<String>>of(
                "one word that stands everywhere", turn -> site.words().get(turn % 5),
                "one common word", turn -> site.words().get(20 + turn % 200),
                "one rare word", turn -> site.words().get(700 + turn % 300),
                "two common words",
                        turn -> site.words().get(turn % 40) + " " + site.words().get(20 + turn % 180),
                "three words", turn -> site.word() + " " + site.word() + " " + site.word(),
                "words and a year", turn -> site.word() + " " + site.word() + "&from=2014-01-01&until=2014-12-31",
                "words in a category", turn -> site.word() + " " + site.word() + "&category=nong-thon-moi",
                "nothing to be found", turn -> "khongcotunay " + site.word());
        System.out.printf("%n%-40s %9s %9s%n", "search among " + PortalSite.ARTICLES + " articles, ms", "p50", "p99");
        var all = new ArrayList<Double>();
        for (var kind : new TreeMap<>(kinds).entrySet()) {
            var times = timed(turn -> "/tin?q=" + kind.getValue().apply(turn).replace(" ", "%20"));
            told(kind.getKey(), times, SEARCH_MILLIS);
            all.addAll(times);
        }
        told("all of these", all, SEARCH_MILLIS);
    }

    private List<Double> timed(IntFunction<String> path) throws Exception {
        var times = new ArrayList<Double>();
        for (var turn = 0; turn < WARM_UP + ROUNDS; turn++) {
            var began = System.nanoTime();
            site.get(path.apply(turn));
            if (turn >= WARM_UP) {
                times.add((System.nanoTime() - began) / 1e6);
            }
        }
        return times;
    }

    private static void told(String what, List<Double> times, double goal) {
        var samples = new Samples(times);
        var reached = samples.percentile(99) <= goal ? "reached" : "NOT REACHED";
        System.out.printf(
                "%-40s %9.1f %9.1f   goal p99 <= %.0f ms: %s%n",
                what, samples.percentile(50), samples.percentile(99), goal, reached);
    }
}
