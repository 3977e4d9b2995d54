package org.giaoban.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/** One meeting: two hundred phones check in within the life of one code while twenty people write its notes; nothing is lost. */
public final class Gathering {

    private static final String PASSWORD = "giaoban-2018";
    private static final int GUESTS = 200;
    private static final int WRITERS = 20;
    private static final int LINES = 12;
    private static final int SECONDS = 24;
    private static final double GOAL_MILLIS = 200;
    private static final Pattern CODE = Pattern.compile("gb-wall-code\">([0-9 ]+)<");

    private final Path data;
    private final URI address;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Random random = new Random(20181101);
    private final List<Guest> guests = new ArrayList<>();
    private final List<Guest> writers = new ArrayList<>();
    private String meeting = "";
    private String item = "";

    private Gathering(Path data, URI address) {
        this.data = data;
        this.address = address;
    }

    /** Measures a server that runs already: its data, its address. */
    public static void main(String[] args) throws Exception {
        new Gathering(Path.of(args[0]), URI.create(args[1]))
                .measure(ProcessHandle.of(Long.parseLong(args[2])).orElseThrow());
    }

    static void measure(Path jar) throws Exception {
        var data = Files.createTempDirectory("giaoban-meeting-");
        try (var server = ServerUnderTest.start(jar, data)) {
            new Gathering(data, server.address()).measure(server.process());
        } finally {
            new ProcessBuilder("rm", "-rf", data.toString()).start().waitFor();
        }
    }

    private void measure(ProcessHandle server) throws Exception {
        invite();
        logIn();
        System.out.printf("%none meeting: %d phones, %d writers%n", GUESTS, WRITERS);
        for (var round : List.of("not yet compiled", "measured")) {
            var before = Spent.sofar(server);
            var rush = rush(SECONDS);
            System.out.println(round + ": "
                    + Spent.sofar(server)
                            .since(before)
                            .each(GUESTS + WRITERS * LINES)
                            .replace("per return", "per check-in or save"));
            print("check-in within " + SECONDS + " s", rush.checkIns());
            print("save of notes meanwhile", rush.saves());
            print("pulse of 200 pages meanwhile", rush.pulses());
            lookForWhatIsLost();
            everybody(guest -> expect(guest.send(meeting + "/here/leave", Map.of()), 303), 50);
        }
        var code = code();
        print(
                "all 200 in one moment",
                everybody(guest -> expect(guest.send(meeting + "/here", Map.of("code", code)), 303), 200));
    }

    private record Rush(List<Double> checkIns, List<Double> saves, List<Double> pulses) {}

    private interface Deed {
        void of(Guest guest) throws Exception;
    }

    private Rush rush(int seconds) throws Exception {
        var code = code();
        var saves = Collections.synchronizedList(new ArrayList<Double>());
        var checkIns = Collections.synchronizedList(new ArrayList<Double>());
        var pulses = Collections.synchronizedList(new ArrayList<Double>());
        var round = UUID.randomUUID().toString().substring(0, 8);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Callable<Void>>();
            for (var guest : guests) {
                var after = random.nextInt(seconds * 1000);
                all.add(() -> {
                    Thread.sleep(after);
                    checkIns.add(timed(() -> expect(guest.send(meeting + "/here", Map.of("code", code)), 303)));
                    return null;
                });
                all.add(() -> poll(guest, seconds, pulses));
            }
            for (var number = 0; number < writers.size(); number++) {
                var prefix = "Người ghi " + number + " lượt " + round + " dòng ";
                var writer = writers.get(number);
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
            pulses.add(timed(() -> guest.look(meeting + "/pulse")));
            Thread.sleep(5000);
        }
        return null;
    }

    /** One writer: a line every two seconds, each made of what the writer last had, as the page sends it. */
    private Void write(Guest writer, String prefix, int seconds, List<Double> saves) throws Exception {
        var was = "";
        for (var line = 1; line <= LINES; line++) {
            Thread.sleep(seconds * 1000L / LINES / 2 + random.nextInt(seconds * 1000 / LINES / 2));
            var is = was.isEmpty() ? prefix + line : was + "\n" + prefix + line;
            var change = "[{\"key\":\"%s\",\"kind\":\"ITEM\",\"place\":\"%s\",\"was\":\"%s\",\"is\":\"%s\"}]"
                    .formatted(UUID.randomUUID(), item, was.replace("\n", "\\n"), is.replace("\n", "\\n"));
            saves.add(timed(() -> expect(writer.send(meeting + "/typing", Map.of("changes", change)), 200)));
            was = is;
        }
        return null;
    }

    private List<Double> everybody(Deed deed, int atOnce) throws Exception {
        var times = Collections.synchronizedList(new ArrayList<Double>());
        try (var threads = Executors.newFixedThreadPool(atOnce)) {
            for (var done : threads.invokeAll(guests.stream()
                    .<Callable<Boolean>>map(guest -> () -> times.add(timed(() -> deed.of(guest))))
                    .toList())) {
                done.get();
            }
        }
        return times;
    }

    private interface Work {
        void run() throws Exception;
    }

    private static double timed(Work work) throws Exception {
        var began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1e6;
    }

    private static void expect(int status, int expected) {
        if (status != expected) {
            throw new IllegalStateException("answered " + status);
        }
    }

    private String code() throws Exception {
        var found = CODE.matcher(writers.getFirst().look(meeting + "/screen"));
        if (!found.find()) {
            throw new IllegalStateException("No code on the wall");
        }
        return found.group(1);
    }

    private void invite() throws Exception {
        try (var in = Gathering.class.getResourceAsStream("gathering.sql");
                var connection = Database.open(data);
                var statement = connection.createStatement()) {
            if (in == null) {
                throw new IllegalStateException("gathering.sql is missing");
            }
            statement.execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            try (var row = statement.executeQuery(
                    "select m.id, i.id from meetings.meeting m join meetings.item i on i.meeting_id = m.id"
                            + " where m.state = 'RUNNING' order by m.starts_at, i.position limit 1")) {
                row.next();
                meeting = "/meetings/" + row.getString(1);
                item = row.getString(2);
            }
        }
    }

    private void logIn() throws Exception {
        for (var number = 1; number <= GUESTS; number++) {
            guests.add(new Guest(client, address).logIn("guest" + number, PASSWORD));
            guests.getLast().look(meeting + "/here");
        }
        for (var number = 1; number <= WRITERS; number++) {
            writers.add(new Guest(client, address).logIn("writer" + number, PASSWORD));
            writers.getLast().look(meeting + "/run");
        }
    }

    private void lookForWhatIsLost() throws Exception {
        try (var connection = Database.open(data);
                var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        select (select count(distinct p.attendee_id) from proceedings.presence p join meetings.attendee a on a.id = p.attendee_id
                                 where a.name like 'Khách mời %%' and a.presence = 'PRESENT' and p.state = 'PRESENT'),
                               (select count(distinct line) from meetings.item i, unnest(string_to_array(i.notes, E'\\n')) line
                                 where i.id = '%1$s' and line like 'Người ghi %%'),
                               (select count(*) from meetings.item i, unnest(string_to_array(i.notes, E'\\n')) line
                                 where i.id = '%1$s' and line like 'Người ghi %%'),
                               (select count(*) from proceedings.writing where place = '%1$s')""".formatted(item))) {
            row.next();
            System.out.printf(
                    "%d of %d people on the roll; %d different lines, %d in all, of %d saves%n",
                    row.getInt(1), GUESTS, row.getInt(2), row.getInt(3), row.getInt(4));
        }
    }

    private static void print(String name, List<Double> millis) {
        var samples = new Samples(millis);
        System.out.printf(
                "%-32s %5d: p50 %6.1f ms, p99 %6.1f ms; goal <= %.0f: %s%n",
                name,
                millis.size(),
                samples.percentile(50),
                samples.percentile(99),
                GOAL_MILLIS,
                samples.percentile(99) <= GOAL_MILLIS ? "reached" : "NOT REACHED");
    }
}
