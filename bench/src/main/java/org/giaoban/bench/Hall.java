package org.giaoban.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** A running meeting with two hundred invited and twenty who write its notes, all of them signed in. */
final class Hall {

    static final int GUESTS = 200;
    static final int WRITERS = 20;
    static final double GOAL_MILLIS = 200;

    private static final String PASSWORD = "giaoban-2018";
    private static final Pattern CODE = Pattern.compile("gb-wall-code\">([0-9 ]+)<");

    private final Path data;
    private final List<Guest> guests = new ArrayList<>();
    private final List<Guest> writers = new ArrayList<>();
    private final String meeting;
    private final String item;

    private Hall(Path data, String meeting, String item) {
        this.data = data;
        this.meeting = meeting;
        this.item = item;
    }

    static Hall open(Path data, URI address) throws IOException, SQLException {
        var hall = invite(data);
        for (var number = 1; number <= GUESTS; number++) {
            hall.guests.add(Guest.loggedIn(address, "guest" + number, PASSWORD));
        }
        for (var number = 1; number <= WRITERS; number++) {
            hall.writers.add(Guest.loggedIn(address, "writer" + number, PASSWORD));
        }
        return hall;
    }

    private static Hall invite(Path data) throws IOException, SQLException {
        try (var in = Hall.class.getResourceAsStream("gathering.sql");
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
                return new Hall(data, "/meetings/" + row.getString(1), row.getString(2));
            }
        }
    }

    /** Everybody looks at the page from which they will act, through a fresh connection. */
    void takeSeats() throws IOException {
        for (var guest : guests) {
            guest.reconnect();
            guest.look(meeting + "/here");
        }
        for (var writer : writers) {
            writer.reconnect();
            writer.look(meeting + "/run");
        }
    }

    List<Guest> guests() {
        return guests;
    }

    List<Guest> writers() {
        return writers;
    }

    String code() throws IOException {
        var found = CODE.matcher(writers.getFirst().look(meeting + "/screen"));
        if (!found.find()) {
            throw new IllegalStateException("No code on the wall");
        }
        return found.group(1);
    }

    void checkIn(Guest guest, String code) throws IOException {
        expect(guest.send(meeting + "/here", Map.of("code", code)), 303);
    }

    /** The page to which a check-in leads. */
    void follow(Guest guest) throws IOException {
        guest.look(meeting + "/here?news=HERE");
    }

    void pulse(Guest guest) throws IOException {
        guest.look(meeting + "/pulse");
    }

    /** A save of notes as the page sends it: what the writer had, what the writer made of it. */
    void write(Guest writer, String was, String is) throws IOException {
        var change = "[{\"key\":\"%s\",\"kind\":\"ITEM\",\"place\":\"%s\",\"was\":\"%s\",\"is\":\"%s\"}]"
                .formatted(UUID.randomUUID(), item, was.replace("\n", "\\n"), is.replace("\n", "\\n"));
        expect(writer.send(meeting + "/typing", Map.of("changes", change)), 200);
    }

    private static void expect(int status, int expected) {
        if (status != expected) {
            throw new IllegalStateException("answered " + status);
        }
    }

    /** An empty roll, a fresh page of notes, and all have sat still so long that the next request notes their session's use. */
    void begin(int stillSeconds) throws IOException, SQLException {
        try (var connection = Database.open(data);
                var statement = connection.createStatement()) {
            var id = meeting.substring(meeting.lastIndexOf('/') + 1);
            statement.execute("delete from proceedings.presence where meeting_id = '" + id + "'");
            statement.execute("update meetings.attendee set presence = null where meeting_id = '" + id + "'");
            statement.execute("update meetings.item set notes = '' where id = '" + item + "'");
            statement.execute(
                    "update identity.session set last_access_time = last_access_time - " + stillSeconds * 1000L);
            statement.execute("vacuum proceedings.presence");
            statement.execute("vacuum meetings.attendee");
        }
        for (var guest : guests) {
            guest.reconnect();
        }
        for (var writer : writers) {
            writer.reconnect();
        }
    }

    /** What stands in the database. */
    record Kept(int people, int arrivals, int lines, int allLines, int saves) {}

    Kept kept() throws IOException, SQLException {
        try (var connection = Database.open(data);
                var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        select (select count(distinct p.attendee_id) from proceedings.presence p join meetings.attendee a on a.id = p.attendee_id
                                 where a.name like 'Khách mời %%' and a.presence = 'PRESENT' and p.state = 'PRESENT'),
                               (select count(*) from proceedings.presence p join meetings.attendee a on a.id = p.attendee_id
                                 where a.name like 'Khách mời %%' and p.state = 'PRESENT'),
                               (select count(distinct line) from meetings.item i, unnest(string_to_array(i.notes, E'\\n')) line
                                 where i.id = '%1$s' and line like 'Người ghi %%'),
                               (select count(*) from meetings.item i, unnest(string_to_array(i.notes, E'\\n')) line
                                 where i.id = '%1$s' and line like 'Người ghi %%'),
                               (select count(*) from proceedings.writing where place = '%1$s')""".formatted(item))) {
            row.next();
            return new Kept(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5));
        }
    }

    static void print(String name, List<Double> millis) {
        var samples = new Samples(millis);
        System.out.printf(
                "%-40s %5d: p50 %6.1f ms, p99 %6.1f ms, last %6.1f ms; goal p99 <= %.0f: %s%n",
                name,
                millis.size(),
                samples.percentile(50),
                samples.percentile(99),
                samples.percentile(100),
                GOAL_MILLIS,
                samples.percentile(99) <= GOAL_MILLIS ? "reached" : "NOT REACHED");
    }
}
