package org.giaoban.bench;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;

/** What people of the demonstration do: they work, log in, search and read, over lines that are used again. Each returns the status. */
final class Errands {

    private static final String PASSWORD = "giaoban-2018";
    private static final String COMMENTS = "/returns/SL-%02d/TH-THANG/2018-11/comments";
    private static final List<String> WORDS = List.of(
            "chi", "bo", "dang", "vien", "giao", "ban", "xa", "nong", "thon", "moi", "hop", "viec", "huyen", "uy");
    private static final List<String> PAGES =
            List.of("/work", "/returns", "/tasks", "/board/SL/2018-11?span=month", "/account", "/units");

    private final URI address;
    private final ConcurrentLinkedQueue<Guest> workers = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Wire> lines = new ConcurrentLinkedQueue<>();

    Errands(URI address) {
        this.address = address;
    }

    /** So many people sit down to work; returns one of them, who can be had again where all are busy. */
    Guest begin(int people) throws IOException {
        for (var guest = 0; guest < people; guest++) {
            workers.add(atWork());
        }
        return workers.element();
    }

    /** Somebody who has opened a page with a form: the token of the log-in page goes with the log-in. */
    private Guest atWork() throws IOException {
        var guest = Guest.loggedIn(address, "vanphong", PASSWORD);
        guest.look(COMMENTS.formatted(1) + "?indicator=TC10");
        return guest;
    }

    /** Lines that nobody used for a while have been closed at the other end. */
    void hangUp() throws IOException {
        for (var guest = workers.poll(); guest != null; guest = workers.poll()) {
            guest.hangUp();
        }
    }

    /** One of the pages somebody at work opens, and now and then something written. */
    int work(Guest somebody) throws IOException {
        var free = workers.poll();
        var guest = free == null ? somebody.again() : free;
        try {
            var random = ThreadLocalRandom.current();
            var status = random.nextInt(6) == 0
                    ? guest.send(
                            COMMENTS.formatted(1 + random.nextInt(12)),
                            Map.of("indicator", "TC10", "text", "Ghi giữa lúc đông, " + random.nextInt()))
                    : guest.ask(PAGES.get(random.nextInt(PAGES.size())));
            workers.add(guest);
            return status;
        } catch (IOException broken) {
            guest.hangUp();
            throw broken;
        }
    }

    int search() throws IOException {
        var random = ThreadLocalRandom.current();
        return status(
                "/tin?q=" + WORDS.get(random.nextInt(WORDS.size())) + "%20" + WORDS.get(random.nextInt(WORDS.size())),
                "");
    }

    int logIn() throws IOException {
        var random = ThreadLocalRandom.current();
        var from = "10.%d.%d.%d".formatted(random.nextInt(256), random.nextInt(256), random.nextInt(256));
        return Guest.tryToLogIn(address, "xa%02d".formatted(1 + random.nextInt(12)), PASSWORD, from);
    }

    int status(String path, String headers) {
        try {
            var free = lines.poll();
            var line = free == null ? new Wire(address) : free;
            var status = line.send("GET " + path, headers, "").status();
            lines.add(line);
            return status;
        } catch (IOException e) {
            return 0;
        }
    }
}
