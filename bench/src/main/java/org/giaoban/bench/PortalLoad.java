package org.giaoban.bench;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Many visitors at once: readings counted, and kept pages beside the same bytes as a file. */
final class PortalLoad {

    private static final int SECONDS = PortalSite.SECONDS;
    private static final int READERS = 5000;
    private static final double OF_A_FILE = 0.7;

    private final PortalSite site;
    private final URI address;

    PortalLoad(PortalSite site) {
        this.site = site;
        this.address = site.address();
    }

    /** As many readers as browsers, while others load other pages; and once more the same readers, who count no second time. */
    void counts() throws Exception {
        var flood = new Flood(address);
        var page = site.article(3);
        var before = site.views();
        var ofPage = site.views(page);
        var noise = Thread.ofVirtual().start(() -> {
            try {
                flood.closed(8, SECONDS, turn -> site.article(turn).equals(page) ? "/" : site.article(turn));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        var answered = flood.readers(READERS, 32, page);
        noise.join();
        Thread.sleep(1500);
        var counted = site.views() - before;
        flood.readers(READERS, 32, page);
        Thread.sleep(1500);
        System.out.printf(
                "%n%,d readers answered under load, with one more browser that reads elsewhere: %,d counted (one per browser and article); again %,d%n",
                answered, counted, site.views() - before - counted);
        System.out.printf("of the article itself: %,d of %,d%n", site.views(page) - ofPage, READERS);
    }

    void speed(Path folder) throws Exception {
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
            for (var page : List.of("/", "/tin/nong-thon-moi", site.article(7))) {
                var file = folder.resolve("page" + page.length() + ".html");
                Files.writeString(file, site.get(page));
                var ours = site.uri(page).toString();
                var same = site.uri("/css/" + file.getFileName()).toString();
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
}
