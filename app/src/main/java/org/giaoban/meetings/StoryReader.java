package org.giaoban.meetings;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.Uuid7;
import org.giaoban.organization.Organization;
import org.giaoban.people.People;
import org.giaoban.platform.Zone;
import org.giaoban.tasks.Deed;
import org.giaoban.tasks.Deed.Act;
import org.giaoban.tasks.Order;
import org.giaoban.tasks.TaskId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the meetings of a story: codes become ids, local times instants. */
@Component
class StoryReader {

    /** What one unit did about one order. */
    record PastDeed(TaskId order, UnitId unit, Deed deed) {}

    /** A conclusion with what units did about it afterwards. */
    record PastConclusion(int item, Conclusion conclusion, Map<UnitId, List<Deed>> deeds) {}

    /** A meeting as it was held. */
    record Record(
            Instant ended,
            Viewer secretary,
            List<PersonId> online,
            Map<PersonId, String> excused,
            List<PersonId> absent,
            Map<Integer, String> notes,
            List<PastConclusion> conclusions) {}

    private final Organization organization;
    private final People people;
    private final Accounts accounts;

    StoryReader(Organization organization, People people, Accounts accounts) {
        this.organization = organization;
        this.people = people;
        this.accounts = accounts;
    }

    Meeting.Plan plan(YamlNode node) {
        return new Meeting.Plan(
                node.get("kind"),
                node.get("title"),
                node.find("period") == null ? null : Period.parse(node.get("period")),
                moment(node.get("starts")),
                node.number("minutes"),
                node.get("place"),
                person(node.get("chair")),
                way(node));
    }

    private static Meeting.Way way(YamlNode node) {
        var until = node.find("proposals");
        return new Meeting.Way(node.find("link"), until == null ? null : moment(until), null);
    }

    Recurrence recurrence(YamlNode node) {
        var weekday = node.find("weekday");
        return new Recurrence(
                new Recurrence.Rule(
                        Recurrence.Pattern.valueOf(node.get("pattern")),
                        node.number("number"),
                        weekday == null ? null : Integer.valueOf(weekday),
                        Integer.parseInt(node.or("every", "1")),
                        Integer.parseInt(node.or("first_month", "1"))),
                Recurrence.Shift.valueOf(node.get("shift")),
                new Recurrence.Setting(
                        LocalTime.parse(node.get("starts")),
                        node.number("minutes"),
                        node.get("place"),
                        node.number("ahead")),
                DateRange.from(LocalDate.parse(node.get("since"))),
                0);
    }

    Record record(YamlNode node) {
        var excused = new LinkedHashMap<PersonId, String>();
        node.pairs("excused").forEach((code, reason) -> excused.put(person(code), reason));
        var notes = new LinkedHashMap<Integer, String>();
        node.pairs("notes").forEach((item, text) -> notes.put(Integer.valueOf(item), text.strip()));
        var conclusions = new ArrayList<PastConclusion>();
        for (var one : node.nodes("conclusions")) {
            conclusions.add(conclusion(one, conclusions.size() + 1));
        }
        return new Record(
                moment(node.get("ended")),
                viewer(node.get("secretary")),
                node.texts("online").stream().map(this::person).toList(),
                excused,
                node.texts("absent").stream().map(this::person).toList(),
                notes,
                conclusions);
    }

    private PastConclusion conclusion(YamlNode node, int position) {
        var duty = new Conclusion.Duty(
                node.texts("units").stream().map(organization::idOf).toList(),
                null,
                node.find("post"),
                day(node.find("due")),
                node.find("measure"),
                new Order.Reasons(null, node.find("no_person"), node.find("no_date"), node.find("no_measure")),
                beside(node));
        var conclusion = new Conclusion(
                Uuid7.next(),
                new UUID(0, 0),
                position,
                OutcomeKind.valueOf(node.get("kind")),
                node.get("text"),
                node.yes("open"),
                duty,
                node.find("why"),
                null);
        var deeds = new LinkedHashMap<UnitId, List<Deed>>();
        node.groups("deeds")
                .forEach((code, done) -> deeds.put(
                        organization.idOf(code), done.stream().map(this::deed).toList()));
        return new PastConclusion(node.number("item"), conclusion, deeds);
    }

    private Beside beside(YamlNode node) {
        var leader = node.find("supervising");
        return new Beside(
                node.find("product"),
                node.find("no_product"),
                node.texts("helping").stream().map(organization::idOf).toList(),
                leader == null ? null : person(leader));
    }

    private Deed deed(YamlNode node) {
        var percent = node.find("percent");
        return new Deed(
                Act.valueOf(node.get("act")),
                moment(node.get("at")),
                viewer(node.get("by")),
                node.find("text"),
                percent == null ? null : Integer.valueOf(percent),
                day(node.find("until")));
    }

    private Viewer viewer(String login) {
        return accounts.byLogin(login)
                .map(account -> new Viewer(
                        account, null, login, accounts.names(List.of(account)).getOrDefault(account, login)))
                .orElse(Viewer.SYSTEM);
    }

    private PersonId person(String code) {
        return people.byCode(code).orElseThrow(() -> new IllegalArgumentException("No person " + code));
    }

    static Instant moment(String local) {
        return LocalDateTime.parse(local).atZone(Zone.ID).toInstant();
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
