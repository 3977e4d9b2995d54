package org.giaoban.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The public site with very many articles: pages made anew and kept, searches, kept pages beside the same bytes as a file, and readings
 * counted under load. More requests than can be served: {@link Storm}.
 */
final class Portal {

    private Portal() {}

    /** Measures a server that runs already: its data, its address, and a folder whose files it serves beside its own. */
    public static void main(String[] args) throws Exception {
        var data = Path.of(args[0]);
        everything(
                new PortalSite(URI.create(args[1]), data, fill(data)),
                Files.createDirectories(Path.of(args[2]).resolve("css")));
    }

    static void measure(Path jar) throws Exception {
        try (var scratch = Scratch.of("portal")) {
            var data = scratch.folder();
            var folder = Files.createDirectories(data.resolve("static/css"));
            List<String> words;
            try (var server = ServerUnderTest.serving(jar, data, folder.getParent(), true)) {
                words = fill(data);
                var site = new PortalSite(server.address(), data, words);
                new PortalPages(site).warmUp(server);
                everything(site, folder);
            }
            plans(jar, data, folder, words);
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
            statement.execute(sql.replace(":articles", String.valueOf(PortalSite.ARTICLES)));
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

    private static void everything(PortalSite site, Path folder) throws Exception {
        var pages = new PortalPages(site);
        pages.pages();
        pages.searches();
        var load = new PortalLoad(site);
        load.counts();
        load.speed(folder);
    }

    private static void plans(Path jar, Path data, Path folder, List<String> words) throws Exception {
        try (var server = ServerUnderTest.serving(jar, data, folder.getParent(), false)) {
            Plans.record(data);
        }
        try (var server = ServerUnderTest.serving(jar, data, folder.getParent(), false)) {
            var portal = new PortalSite(server.address(), data, words);
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
