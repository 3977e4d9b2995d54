package org.giaoban.minutes;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.giaoban.meetings.AgendaItem;
import org.giaoban.meetings.Attendee;
import org.giaoban.meetings.Attendee.Presence;
import org.giaoban.meetings.Concluded;
import org.giaoban.meetings.DayPart;
import org.giaoban.meetings.MeetingLine;
import org.giaoban.meetings.MeetingPapers;
import org.giaoban.meetings.MeetingReport;
import org.giaoban.meetings.Meetings;
import org.giaoban.meetings.OutcomeKind;
import org.giaoban.meetings.Reach;
import org.giaoban.proceedings.Proceedings;
import org.springframework.stereotype.Component;

/** Writes the sections of minutes: time and place, who took part, the agenda, then each item with what was said and concluded. */
@Component
class Composition {

    private final Meetings meetings;
    private final MeetingPapers papers;
    private final Proceedings proceedings;

    Composition(Meetings meetings, MeetingPapers papers, Proceedings proceedings) {
        this.meetings = meetings;
        this.papers = papers;
        this.proceedings = proceedings;
    }

    List<Section> sections(MeetingReport report, MeetingLine line, List<Attendee> attendees) {
        var items = meetings.agenda(line.id());
        var course = new CourseWords(proceedings.of(line.id()));
        var concluded = papers.conclusions(line);
        var sections = new ArrayList<Section>();
        add(sections, Say.it("minutes.section.when"), when(report), Reach.INTERNAL);
        add(sections, Say.it("minutes.section.who"), who(report, attendees, course), Reach.INTERNAL);
        add(sections, Say.it("minutes.section.agenda"), agenda(items, meetings.parts(line.id())), Reach.INTERNAL);
        for (var item : items) {
            var under = concluded.stream()
                    .filter(one -> one.item().equals(item.id()))
                    .toList();
            add(
                    sections,
                    Say.it("minutes.section.item", item.position(), item.title()),
                    item(item, item.carried() ? carried(line) : "", under, course),
                    item.reach());
        }
        return sections;
    }

    private static void add(List<Section> sections, String heading, String text, Reach reach) {
        sections.add(new Section(sections.size() + 1, heading, text, reach));
    }

    private static String when(MeetingReport report) {
        var ended = report.time().endedAt();
        return lines(
                Say.it("minutes.when.began", Say.moment(report.time().startsAt()), report.place()),
                ended == null ? "" : Say.it("minutes.when.ended", Say.moment(ended)));
    }

    private static String who(MeetingReport report, List<Attendee> attendees, CourseWords course) {
        var counts = report.attendance();
        var chair = report.chair();
        return lines(
                Say.it(
                        "minutes.who.counts",
                        counts.invited(),
                        counts.taking(),
                        counts.online(),
                        counts.excused(),
                        counts.absent()),
                chair == null ? "" : Say.it("minutes.who.chair", chair.name(), chair.title()),
                named(attendees, Presence.EXCUSED, "minutes.who.excused"),
                named(attendees, Presence.ABSENT, "minutes.who.absent"),
                String.join("\n", course.attendance()));
    }

    private static String named(List<Attendee> attendees, Presence presence, String key) {
        var names = attendees.stream()
                .filter(one -> one.presence() == presence)
                .map(one -> one.reason() == null ? one.name() : one.name() + " (" + one.reason() + ")")
                .collect(Collectors.joining("; "));
        return names.isEmpty() ? "" : Say.it(key, names);
    }

    /** The items, under the parts of the day where it has some. */
    private static String agenda(List<AgendaItem> items, List<DayPart> parts) {
        var lines = new ArrayList<String>();
        UUID before = null;
        for (var item : items) {
            var in = item.more().part();
            if (in != null && !in.equals(before)) {
                parts.stream()
                        .filter(part -> part.id().equals(in))
                        .map(part -> Say.it("minutes.section.part", part.title(), Say.hour(part.startsAt())))
                        .forEach(lines::add);
            }
            before = in;
            lines.add(item.position() + ". " + open(item));
        }
        return String.join("\n", lines);
    }

    private static String open(AgendaItem item) {
        if (item.reach() == Reach.RESTRICTED) {
            return Say.it("minutes.section.restricted");
        }
        return item.presenter() == null ? item.title() : item.title() + " (" + item.presenter() + ")";
    }

    /** The orders of earlier meetings that were not done when this one opened. */
    private String carried(MeetingLine line) {
        var orders = papers.carried(line);
        if (orders.isEmpty()) {
            return Say.it("minutes.carried.none");
        }
        var said = orders.stream()
                .map(one -> Say.it(
                        "minutes.carried.order",
                        one.title(),
                        one.due().isEmpty() ? "" : Say.it("minutes.carried.due", one.due()),
                        String.join("; ", one.standing())))
                .collect(Collectors.joining("\n"));
        return lines(Say.it("minutes.carried.lead", orders.size()), said);
    }

    private static String item(AgendaItem item, String carried, List<Concluded> under, CourseWords course) {
        return lines(
                carried,
                item.notes().text().strip(),
                course.speeches(item.id()),
                course.votes(item.id()),
                under.stream().map(Composition::conclusion).collect(Collectors.joining("\n")));
    }

    /** One conclusion as it stands in the minutes. */
    static String conclusion(Concluded one) {
        var duty = one.duty();
        if (one.kind() == OutcomeKind.TASK) {
            var order = Say.it(
                    "minutes.concluded.task",
                    one.position(),
                    ended(one.text()),
                    duty.who(),
                    duty.due(),
                    duty.measure());
            return order + more(duty.more());
        }
        var key = one.kind() == OutcomeKind.DECISION ? "minutes.concluded.decision" : "minutes.concluded.information";
        var why = one.why() == null ? "" : " " + Say.it("minutes.concluded.why", one.why());
        return Say.it(key, one.position(), one.text()) + why;
    }

    private static String more(Concluded.More more) {
        return said("minutes.concluded.product", more.product())
                + said("minutes.concluded.helping", more.helping())
                + said("minutes.concluded.supervising", more.supervising());
    }

    private static String said(String key, String words) {
        return words.isEmpty() ? "" : " " + Say.it(key, words);
    }

    private static String lines(String... lines) {
        return Stream.of(lines).filter(line -> !line.isBlank()).collect(Collectors.joining("\n"));
    }

    private static String ended(String sentence) {
        return sentence.matches("(?s).*[.!?…]\\s*") ? sentence : sentence.strip() + ".";
    }
}
