package org.giaoban.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;

/**
 * The public site with very many articles: pages made anew and kept, searches, kept pages beside the same bytes as a file, readings
 * counted under load, and ten times as many requests as can be served.
 */
final class Portal {

    private static final int ARTICLES = Integer.getInteger("bench.articles", 200_000);
    private static final int WARM_UP = 150;
    private static final int ROUNDS = 400;
    private static final int SECONDS = Integer.getInteger("bench.seconds", 6);
    private static final int READERS = 5000;
    private static final double PAGE_MILLIS = 30;
    private static final double SEARCH_MILLIS = 100;
    private static final double OF_A_FILE = 0.7;

    /** Syllables from the most common to the rarest, and some that stand nowhere. */
    private final List<String> words;

    private final URI address;
    private final Path data;
    private final Random random = new Random(20181101);
    private final HttpClient client = HttpClient.newHttpClient();

    private Portal(URI address, Path data, List<String> words) {
        this.address = address;
        this.data = data;
        this.words = words;
    }

    /** Measures a server that runs already: its data, its address, and a folder whose files it serves beside its own. */
    public static void main(String[] args) throws Exception {
        var data = Path.of(args[0]);
        new Portal(URI.create(args[1]), data, fill(data))
                .everything(Files.createDirectories(Path.of(args[2]).resolve("css")));
    }

    static void measure(Path jar) throws Exception {
        var data = Files.createTempDirectory("giaoban-portal-");
        try {
            var folder = Files.createDirectories(data.resolve("static/css"));
            List<String> words;
            try (var server = ServerUnderTest.serving(jar, data, folder.getParent(), true)) {
                words = fill(data);
                new Portal(server.address(), data, words).everything(folder);
            }
            plans(jar, data, folder, words);
        } finally {
            new ProcessBuilder("rm", "-rf", data.toString()).start().waitFor();
        }
    }

    private static List<String> fill(Path data) throws IOException, SQLException {
        var began = System.nanoTime();
        var words = new ArrayList<String>();
        try (var in = Portal.class.getResourceAsStream("portal.sql");
                var connection = Database.open(data);
                var statement = connection.createStatement()) {
            if (in == null) {
                throw new IllegalStateException("portal.sql is missing");
            }
            var sql = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            statement.execute(sql.replace(":articles", String.valueOf(ARTICLES)));
            try (var rows = statement.executeQuery("select bare from word order by n")) {
                while (rows.next()) {
                    words.add(rows.getString(1));
                }
            }
            statement.execute("vacuum analyze portal.article");
            statement.execute("vacuum analyze portal.version");
            statement.execute("vacuum analyze portal.shelf");
            try (var rows = statement.executeQuery(
                    "select count(*), pg_size_pretty(pg_total_relation_size('portal.shelf'))" + " from portal.shelf")) {
                rows.next();
                System.out.printf(
                        "%n%,d articles on the shelf (%s), written in %.0f s%n",
                        rows.getLong(1), rows.getString(2), (System.nanoTime() - began) / 1e9);
            }
        }
        return words;
    }

    private void everything(Path folder) throws Exception {
        pages();
        searches();
        counts();
        speed(folder);
        overload();
    }

    private String article(int turn) {
        var number = 1 + Math.floorMod(turn * 7919, ARTICLES);
        var categories = new String[] {
            "xay-dung-dang", "chinh-tri-xa-hoi", "nong-thon-moi", "dan-van-doan-the", "hoc-tap-lam-theo"
        };
        return "/tin/" + categories[number % 5] + "/bai-so-" + number;
    }

    /** Every page is asked for with a word of its own in the query, so that nothing kept answers. */
    private void pages() throws Exception {
        var pages = new LinkedHashMap<String, IntFunction<String>>();
        pages.put("front page, made anew", turn -> "/?x=" + turn);
        pages.put("category, made anew", turn -> "/tin/nong-thon-moi?x=" + turn);
        pages.put(
                "later page of a category",
                turn -> "/tin/nong-thon-moi?x=" + turn + "&after=2014-0" + (1 + turn % 9)
                        + "-01T00:00:00Z_00000000-0000-0000-0000-000000000000");
        pages.put("article, made anew", turn -> article(turn) + "?x=" + turn);
        pages.put("feed, made anew", turn -> "/tin/nong-thon-moi/rss.xml?x=" + turn);
        pages.put("front page, kept", turn -> "/");
        pages.put("article, kept", turn -> article(7));
        System.out.printf("%n%-40s %9s %9s%n", "public page, ms over loopback", "p50", "p99");
        for (var page : pages.entrySet()) {
            told(page.getKey(), timed(page.getValue()), PAGE_MILLIS);
        }
    }

    private void searches() throws Exception {
        var kinds = Map.<String, IntFunction<String>>of(
                "one word that stands everywhere", turn -> words.get(turn % 5),
                "one common word", turn -> words.get(20 + turn % 200),
                "one rare word", turn -> words.get(700 + turn % 300),
                "two common words", turn -> words.get(turn % 40) + " " + words.get(20 + turn % 180),
                "three words", turn -> word() + " " + word() + " " + word(),
                "words and a year", turn -> word() + " " + word() + "&from=2014-01-01&until=2014-12-31",
                "words in a category", turn -> word() + " " + word() + "&category=nong-thon-moi",
                "nothing to be found", turn -> "khongcotunay " + word());
        System.out.printf("%n%-40s %9s %9s%n", "search among " + ARTICLES + " articles, ms", "p50", "p99");
        var all = new ArrayList<Double>();
        for (var kind : new java.util.TreeMap<>(kinds).entrySet()) {
            var times = timed(turn -> "/tin?q=" + kind.getValue().apply(turn).replace(" ", "%20"));
            told(kind.getKey(), times, SEARCH_MILLIS);
            all.addAll(times);
        }
        told("all of these", all, SEARCH_MILLIS);
    }

    private String word() {
        return words.get((int) (1000 * Math.pow(random.nextDouble(), 2)) % words.size());
    }

    private List<Double> timed(IntFunction<String> path) throws Exception {
        var times = new ArrayList<Double>();
        for (var turn = 0; turn < WARM_UP + ROUNDS; turn++) {
            var began = System.nanoTime();
            get(path.apply(turn));
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

    private String get(String path) throws IOException, InterruptedException {
        var answer = client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    private URI uri(String path) {
        return address.resolve(path);
    }

    /** As many readers as browsers, while others load other pages; and once more the same readers, who count no second time. */
    private void counts() throws Exception {
        var flood = new Flood(address);
        var page = article(3);
        var before = views();
        var noise = Thread.ofVirtual().start(() -> {
            try {
                flood.closed(8, SECONDS, this::article);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        var answered = flood.readers(READERS, 32, page);
        noise.join();
        Thread.sleep(1500);
        var counted = views() - before;
        flood.readers(READERS, 32, page);
        Thread.sleep(1500);
        System.out.printf(
                "%n%,d readers answered under load, with one more browser that reads elsewhere: %,d counted (one per browser and article); again %,d%n",
                answered, counted, views() - before - counted);
        try (var connection = Database.open(data);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select views from portal.view_count c join portal.article a on a.id = c.article_id"
                                + " where a.slug = '" + page.substring(page.lastIndexOf('/') + 1) + "'")) {
            rows.next();
            System.out.printf("of the article itself: %,d of %,d%n", rows.getLong(1), READERS);
        }
    }

    private long views() throws IOException, SQLException {
        try (var connection = Database.open(data);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select coalesce(sum(views), 0) from portal.view_count")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void speed(Path folder) throws Exception {
        if (!Wrk.here()) {
            System.out.println("\nwrk is not installed: the speed beside a file was not measured");
            return;
        }
        var port = ServerUnderTest.freePort();
        var nginx = Wrk.nginx(folder.getParent(), port);
        System.out.printf(
                "%n%-24s %10s %10s %10s %10s %10s%n",
                "requests/s, 16 readers", "bytes", "page", "our file", "/ file", "/ nginx");
        try {
            for (var page : List.of("/", "/tin/nong-thon-moi", article(7))) {
                var file = folder.resolve("page" + page.length() + ".html");
                Files.writeString(file, get(page));
                var ours = uri(page).toString();
                var same = uri("/css/" + file.getFileName()).toString();
                Wrk.rate(ours, SECONDS);
                Wrk.rate(same, SECONDS);
                var rate = (Wrk.rate(ours, SECONDS) + Wrk.rate(ours, SECONDS)) / 2;
                var asFile = Wrk.rate(same, SECONDS);
                var beside = nginx.isEmpty()
                        ? Double.NaN
                        : Wrk.rate("http://127.0.0.1:" + port + "/css/" + file.getFileName(), SECONDS);
                System.out.printf(
                        "%-24s %10d %10.0f %10.0f %10.2f %10.2f   goal >= %.1f of the file: %s%n",
                        page.length() > 24 ? "an article" : page,
                        Files.size(file),
                        rate,
                        asFile,
                        rate / asFile,
                        rate / beside,
                        OF_A_FILE,
                        rate / asFile >= OF_A_FILE ? "reached" : "NOT REACHED");
            }
        } finally {
            nginx.ifPresent(Process::destroy);
        }
    }

    /** Searches cannot be kept: ten times as many as can be answered, while others read kept pages, log in and work. */
    private void overload() throws Exception {
        var flood = new Flood(address);
        IntFunction<String> search = turn -> "/tin?q=" + word() + "%20" + word();
        flood.closed(8, SECONDS, search);
        var capacity = flood.closed(8, SECONDS, search);
        var read = flood.closed(4, SECONDS, this::front);
        System.out.printf("%nsearches, as many as can be answered: %s%n", capacity.told());
        System.out.printf("front page meanwhile nothing else:     %s%n", read.told());
        var work = new ArrayList<Double>();
        var kept = new ArrayList<Flood.Outcome>();
        var reading = Thread.ofVirtual().start(() -> {
            try {
                kept.add(flood.open(Math.min(50, read.goodput() / 2), SECONDS * 2, this::front));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        var working = Thread.ofPlatform().start(() -> work(work, SECONDS * 2));
        var burst = flood.open(capacity.goodput() * 10, SECONDS * 2, search);
        reading.join();
        working.join();
        System.out.printf("ten times as many:                     %s%n", burst.told());
        System.out.printf(
                "goodput of the burst / capacity:       %.2f (goal >= 0.9)%n", burst.goodput() / capacity.goodput());
        System.out.printf(
                "front page in the burst:               %s%n", kept.getFirst().told());
        System.out.printf(
                "log in, look at one's articles, log in again in the burst: %d times, p50 %.0f ms, worst %.0f ms%n",
                work.size(), new Samples(work).percentile(50), new Samples(work).percentile(100));
        Thread.sleep(3000);
        System.out.printf(
                "searches three seconds later:          %s%n",
                flood.closed(8, SECONDS, search).told());
    }

    private String front(int turn) {
        return "/";
    }

    private void work(List<Double> times, int seconds) {
        var until = System.nanoTime() + seconds * 1_000_000_000L;
        while (System.nanoTime() < until) {
            try {
                var began = System.nanoTime();
                Browser.loggedIn(address, "bientap", "giaoban-2018").body("/articles");
                times.add((System.nanoTime() - began) / 1e6);
                Thread.sleep(300);
            } catch (IOException | IllegalStateException refused) {
                System.out.println("work in the burst failed: " + refused.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static void plans(Path jar, Path data, Path folder, List<String> words) throws Exception {
        try (var server = ServerUnderTest.serving(jar, data, folder.getParent(), false)) {
            Plans.record(data);
        }
        try (var server = ServerUnderTest.serving(jar, data, folder.getParent(), false)) {
            var portal = new Portal(server.address(), data, words);
            for (var page : List.of(
                    "/?x=1",
                    portal.article(11) + "?x=1",
                    "/tin?q=" + words.get(3) + "%20" + words.get(300),
                    "/tin?q=" + words.get(2))) {
                portal.get(page);
                var mark = Plans.mark(data);
                portal.get(page.replace("x=1", "x=2"));
                Plans.print(page, data, mark);
            }
        }
    }
}
