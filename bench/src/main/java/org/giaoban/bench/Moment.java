package org.giaoban.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/**
 * Two hundred phones check in and twenty writers save in the very same moment. Every time is counted from the common moment, not
 * from when the generator got round to sending, until the answer is read, which comes after the commit. Some are impatient and
 * tap twice.
 */
final class Moment {

    private static final int IMPATIENT = 20;
    private static final int STILL_SECONDS = 120;

    private final Hall hall;
    private final ProcessHandle server;
    private int round;

    Moment(Hall hall, ProcessHandle server) {
        this.hall = hall;
        this.server = server;
    }

    /** What one moment took: until checked in, until saved, until the page that follows was there. */
    record Took(List<Double> checkIns, List<Double> saves, List<Double> pages, List<Spent> spent) {

        Took() {
            this(
                    Collections.synchronizedList(new ArrayList<>()),
                    Collections.synchronizedList(new ArrayList<>()),
                    Collections.synchronizedList(new ArrayList<>()),
                    Collections.synchronizedList(new ArrayList<>()));
        }

        void add(Took other) {
            checkIns.addAll(other.checkIns);
            saves.addAll(other.saves);
            pages.addAll(other.pages);
            spent.addAll(other.spent);
        }
    }

    private interface Deed {
        void run() throws Exception;
    }

    /** One moment; {@code follow} when every phone goes on to the page it is sent to, as browsers do. */
    Took once(boolean follow) throws Exception {
        round++;
        hall.begin(STILL_SECONDS);
        var before = hall.kept();
        var code = hall.code();
        var took = new Took();
        var start = new CountDownLatch(1);
        var began = new long[1];
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = deeds(code, follow, took, began).stream()
                    .map(deed -> threads.submit((Callable<Boolean>) () -> {
                        start.await();
                        deed.run();
                        return true;
                    }))
                    .toList();
            Thread.sleep(300); // everybody stands at the line
            var spent = Spent.sofar(server);
            began[0] = System.nanoTime();
            start.countDown();
            for (var one : all) {
                one.get();
            }
            took.spent().add(Spent.sofar(server).since(spent));
        }
        compare(before, hall.kept());
        return took;
    }

    private List<Deed> deeds(String code, boolean follow, Took took, long[] began) throws Exception {
        var deeds = new ArrayList<Deed>();
        for (var guest : hall.guests()) {
            deeds.add(() -> {
                hall.checkIn(guest, code);
                took.checkIns().add(since(began[0]));
                if (follow) {
                    hall.follow(guest);
                    took.pages().add(since(began[0]));
                }
            });
        }
        for (var guest : hall.guests().subList(0, IMPATIENT)) {
            var again = guest.again();
            deeds.add(() -> {
                hall.checkIn(again, code);
                took.checkIns().add(since(began[0]));
                again.hangUp();
            });
        }
        for (var number = 0; number < Hall.WRITERS; number++) {
            var writer = hall.writers().get(number);
            var line = "Người ghi %d cùng lúc, lần %d".formatted(number, round);
            deeds.add(() -> {
                hall.write(writer, "", line);
                took.saves().add(since(began[0]));
            });
        }
        return deeds;
    }

    private static double since(long began) {
        return (System.nanoTime() - began) / 1e6;
    }

    private static void compare(Hall.Kept before, Hall.Kept after) {
        if (after.people() != Hall.GUESTS
                || after.arrivals() - before.arrivals() != Hall.GUESTS
                || after.lines() - before.lines() != Hall.WRITERS
                || after.saves() - before.saves() != Hall.WRITERS) {
            throw new IllegalStateException("lost or doubled: " + before + " -> " + after);
        }
    }
}
