package org.giaoban.bench;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/**
 * One meeting: two hundred phones check in, within the life of one code and in the very same moment, while twenty people write
 * its notes; nothing is lost.
 */
public final class Gathering {

    private static final int LINES = 12;
    private static final int SECONDS = 24;
    private static final int MOMENTS = 10;

    /** Until the compiler has finished: some 15,000 requests. */
    private static final int WARM_UP = 60;

    private final Hall hall;
    private final ProcessHandle server;
    private final Random random = new Random(20181101);

    private Gathering(Hall hall, ProcessHandle server) {
        this.hall = hall;
        this.server = server;
    }

    /** Measures a server that runs already: its data, its address, its process. */
    public static void main(String[] args) throws Exception {
        var server = ProcessHandle.of(Long.parseLong(args[2])).orElseThrow();
        new Gathering(Hall.open(Path.of(args[0]), URI.create(args[1])), server).measure();
    }

    static void measure(Path jar) throws Exception {
        try (var scratch = Scratch.of("meeting");
                var server = ServerUnderTest.start(jar, scratch.folder())) {
            new Gathering(Hall.open(scratch.folder(), server.address()), server.process()).measure();
        }
    }

    private void measure() throws Exception {
        System.out.printf("%none meeting: %d phones, %d writers%n", Hall.GUESTS, Hall.WRITERS);
        hall.takeSeats();
        for (var round : List.of("not yet compiled", "measured")) {
            var before = Spent.sofar(server);
            var rush = rush(SECONDS);
            var kept = hall.kept();
            System.out.println(round + ": " + spent(before, Hall.GUESTS + Hall.WRITERS * LINES));
            Hall.print("check-in within " + SECONDS + " s", rush.checkIns());
            Hall.print("save of notes meanwhile", rush.saves());
            Hall.print("pulse of 200 pages meanwhile", rush.pulses());
            System.out.printf(
                    "%d of %d people on the roll; %d different lines, %d in all, of %d saves%n",
                    kept.people(),
                    Hall.GUESTS,
                    kept.lines(),
                    kept.allLines(),
                    rush.saves().size());
        }
        var moment = new Moment(hall, server);
        moments("the very same moment, not yet compiled", moment, 1, false);
        moments("", moment, WARM_UP, false);
        moments("the very same moment", moment, MOMENTS, false);
        moments("", moment, WARM_UP / 2, true);
        moments("the same, and each opens the next page", moment, MOMENTS, true);
    }

    private void moments(String name, Moment moment, int times, boolean follow) throws Exception {
        var all = new Moment.Took();
        var worst = 0.0;
        for (var time = 0; time < times; time++) {
            var took = moment.once(follow);
            worst = Math.max(worst, new Samples(took.checkIns()).percentile(99));
            all.add(took);
        }
        if (name.isEmpty()) {
            return;
        }
        System.out.printf("%s, %d times, worst p99 of one of them %.1f ms%n", name, times, worst);
        System.out.println("  "
                + Spent.of(all.spent())
                        .each(times * (Hall.GUESTS + Hall.WRITERS))
                        .replace("per return", "per person"));
        Hall.print("  checked in", all.checkIns());
        Hall.print("  notes saved", all.saves());
        if (follow) {
            Hall.print("  next page read", all.pages());
        }
    }

    private String spent(Spent before, int times) {
        return Spent.sofar(server).since(before).each(times).replace("per return", "per check-in or save");
    }

    private record Rush(List<Double> checkIns, List<Double> saves, List<Double> pulses) {}

    private Rush rush(int seconds) throws Exception {
        hall.begin(0);
        var code = hall.code();
        var saves = Collections.synchronizedList(new ArrayList<Double>());
        var checkIns = Collections.synchronizedList(new ArrayList<Double>());
        var pulses = Collections.synchronizedList(new ArrayList<Double>());
        var round = UUID.randomUUID().toString().substring(0, 8);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Callable<Void>>();
            for (var guest : hall.guests()) {
                var after = random.nextInt(seconds * 1000);
                var page = guest.again();
                all.add(() -> {
                    Thread.sleep(after);
                    guest.reconnect();
                    checkIns.add(timed(() -> hall.checkIn(guest, code)));
                    return null;
                });
                all.add(() -> poll(page, seconds, pulses));
            }
            for (var number = 0; number < hall.writers().size(); number++) {
                var prefix = "Người ghi " + number + " lượt " + round + " dòng ";
                var writer = hall.writers().get(number);
                all.add(() -> write(writer, prefix, seconds, saves));
            }
            for (var done : threads.invokeAll(all)) {
                done.get();
            }
        }
        return new Rush(checkIns, saves, pulses);
    }

    private Void poll(Guest guest, int seconds, List<Double> pulses) throws Exception {
        var until = System.nanoTime() + seconds * 1_000_000_000L;
        Thread.sleep(random.nextInt(5000));
        while (System.nanoTime() < until) {
            pulses.add(timed(() -> hall.pulse(guest)));
            Thread.sleep(5000);
        }
        guest.hangUp();
        return null;
    }

    /** One writer: a line every two seconds, each made of what the writer last had, as the page sends it. */
    private Void write(Guest writer, String prefix, int seconds, List<Double> saves) throws Exception {
        var was = "";
        writer.reconnect();
        for (var line = 1; line <= LINES; line++) {
            Thread.sleep(seconds * 1000L / LINES / 2 + random.nextInt(seconds * 1000 / LINES / 2));
            var before = was;
            var is = was.isEmpty() ? prefix + line : was + "\n" + prefix + line;
            saves.add(timed(() -> hall.write(writer, before, is)));
            was = is;
        }
        return null;
    }

    private interface Work {
        void run() throws Exception;
    }

    private static double timed(Work work) throws Exception {
        var began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1e6;
    }
}
