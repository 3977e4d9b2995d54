package org.giaoban.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A public site with very many articles that runs somewhere: its addresses, the words in it, and how often it was read. */
final class PortalSite {

    static final int ARTICLES = Integer.getInteger("bench.articles", 200_000);
    static final int SECONDS = Integer.getInteger("bench.seconds", 6);

    private final URI address;
    private final Path data;

    /** Syllables from the most common to the rarest, and some that stand nowhere. */
    private final List<String> words;

    private final Random random = new Random(20181101);
    private final HttpClient client = HttpClient.newHttpClient();

    PortalSite(URI address, Path data, List<String> words) {
        this.address = address;
        this.data = data;
        this.words = words;
    }

    URI address() {
        return address;
    }

    List<String> words() {
        return words;
    }

    String article(int turn) {
        var number = 1 + Math.floorMod(turn * 7919, ARTICLES);
        var categories = new String[] {
            "xay-dung-dang", "chinh-tri-xa-hoi", "nong-thon-moi", "dan-van-doan-the", "hoc-tap-lam-theo"
        };
        return "/tin/" + categories[number % 5] + "/bai-so-" + number;
    }

    String word() {
        return words.get((int) (1000 * Math.pow(random.nextDouble(), 2)) % words.size());
    }

    String get(String path) throws IOException, InterruptedException {
        var answer = client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    /** What a visitor reads at that address, page or feed; empty when it is something else or not there. */
    Optional<String> page(String path) throws IOException, InterruptedException {
        var answer = client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
        var kind = answer.headers().firstValue("Content-Type").orElse("");
        var readable = kind.startsWith("text/html") || kind.contains("xml") || kind.startsWith("text/calendar");
        return answer.statusCode() == 200 && readable ? Optional.of(answer.body()) : Optional.empty();
    }

    URI uri(String path) {
        return address.resolve(path);
    }

    long views(String page) throws IOException, SQLException {
        return counted(" join portal.article a on a.id = c.article_id where a.slug = '"
                + page.substring(page.lastIndexOf('/') + 1) + "'");
    }

    long views() throws IOException, SQLException {
        return counted("");
    }

    private long counted(String which) throws IOException, SQLException {
        try (var connection = Database.open(data);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select coalesce(sum(views), 0) from portal.view_count c" + which)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
