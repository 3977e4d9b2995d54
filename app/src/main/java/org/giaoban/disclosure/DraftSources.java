package org.giaoban.disclosure;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.documents.ReadablePapers;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.UnitId;
import org.giaoban.meetings.HeldMeetings;
import org.giaoban.meetings.MeetingId;
import org.giaoban.meetings.MeetingLine;
import org.giaoban.meetings.Meetings;
import org.giaoban.platform.Formats;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Zone;
import org.giaoban.tasks.TaskLine;
import org.giaoban.tasks.TaskTraces;
import org.giaoban.tasks.Tasks;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a draft can begin from: papers of the register, meetings and orders, as far as the viewer may read them. */
@Service
@Transactional(readOnly = true)
class DraftSources {

    private static final int MOST = 20;
    private static final int MONTHS_BACK = 3;

    private final ReadablePapers papers;
    private final Meetings meetings;
    private final HeldMeetings held;
    private final Tasks tasks;
    private final TaskTraces traces;
    private final Access access;
    private final Clock clock;

    DraftSources(
            ReadablePapers papers,
            Meetings meetings,
            HeldMeetings held,
            Tasks tasks,
            TaskTraces traces,
            Access access,
            Clock clock) {
        this.papers = papers;
        this.meetings = meetings;
        this.held = held;
        this.tasks = tasks;
        this.traces = traces;
        this.access = access;
        this.clock = clock;
    }

    /** Where something is taken from. */
    enum From {
        DOCUMENT,
        MEETING,
        TASK
    }

    /** One thing to take, as a line. */
    public record Offer(String from, String source, String title, String detail) {

        UUID id() {
            return UUID.fromString(source);
        }
    }

    /** What was taken: whose it is, and what a draft says of it. */
    record Taken(Kind kind, UnitId unit, Facts facts) {}

    List<Offer> offers(Kind kind, UnitId unit) {
        return switch (kind) {
            case PAPER -> access.allows(Capability.DOCUMENT_READ, unit) ? papers(unit) : List.of();
            case WORK -> work(unit);
            default -> List.of();
        };
    }

    private List<Offer> papers(UnitId unit) {
        return papers.newest(unit, MOST).stream()
                .map(paper -> new Offer(
                        From.DOCUMENT.name(),
                        paper.id().value().toString(),
                        paper.title(),
                        paper.symbol() + " · " + Formats.date(paper.on())))
                .toList();
    }

    private List<Offer> work(UnitId unit) {
        var offers = new ArrayList<Offer>();
        var today = LocalDate.now(clock);
        if (access.allows(Capability.MEETING_READ, unit)) {
            var seen = new HashSet<UUID>();
            for (var meeting : meetings.upcoming(unit, clock.instant())) {
                if (seen.add(meeting.id().value())) {
                    offers.add(offer(
                            From.MEETING, meeting.id().value(), meeting.title(), Formats.dateTime(meeting.startsAt())));
                }
            }
            held.of(List.of(unit), null, new DateRange(today.minusMonths(MONTHS_BACK), null)).reversed().stream()
                    .filter(meeting -> seen.add(meeting.id().value()))
                    .limit(MOST)
                    .forEach(meeting -> offers.add(offer(
                            From.MEETING,
                            meeting.id().value(),
                            meeting.title(),
                            Formats.dateTime(meeting.openedAt()))));
        }
        if (access.allows(Capability.TASK_READ, unit)) {
            tasks.given(unit, today, MOST)
                    .forEach(task ->
                            offers.add(offer(From.TASK, task.id().value(), task.title(), Formats.date(task.dueOn()))));
        }
        return offers;
    }

    private static Offer offer(From from, UUID id, String title, String detail) {
        return new Offer(from.name(), id.toString(), title, detail);
    }

    /** Copies what may be told of the source; everything else of it stays where it is. */
    Taken take(From from, UUID source) {
        return switch (from) {
            case DOCUMENT -> paper(papers.get(source));
            case MEETING -> meeting(meetings.toRead(new MeetingId(source)));
            case TASK -> task(source);
        };
    }

    private static Taken paper(ReadablePapers.Paper paper) {
        var facts = Map.of(
                "sort", paper.type(),
                "symbol", paper.symbol(),
                "issuer", paper.issuer(),
                "title", paper.title(),
                "onDay", paper.on().toString());
        return new Taken(Kind.PAPER, paper.unit(), new Facts(facts));
    }

    /** The title, the day, the hours and the room: never the agenda, the papers or who is invited. */
    private static Taken meeting(MeetingLine meeting) {
        Function<java.time.Instant, String> time = at ->
                LocalTime.ofInstant(at, Zone.ID).truncatedTo(ChronoUnit.MINUTES).toString();
        var facts = Map.of(
                "sort", "MEETING",
                "title", meeting.title(),
                "onDay", meeting.day().toString(),
                "at", time.apply(meeting.startsAt()),
                "untilAt", time.apply(meeting.endsAt()),
                "place", meeting.place());
        return new Taken(Kind.WORK, meeting.unit(), new Facts(facts));
    }

    /** What is to be done and until when: never who reports what, or the proofs. */
    private Taken task(UUID id) {
        var today = LocalDate.now(clock);
        var order = traces.of(id, today).stream().findFirst().orElseThrow(() -> new NotFound(id));
        var task = order.line();
        var facts = new HashMap<String, String>();
        facts.put("sort", "PLAN");
        facts.put("title", task.title());
        facts.put("onDay", (task.dueOn() == null ? today : task.dueOn()).toString());
        facts.put("progress", progress(task));
        return new Taken(Kind.WORK, order.giver(), new Facts(facts));
    }

    static String progress(TaskLine task) {
        if (task.done()) {
            return "DONE";
        }
        return task.late() ? "LATE" : "DOING";
    }
}
