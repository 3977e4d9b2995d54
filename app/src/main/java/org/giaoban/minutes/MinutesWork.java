package org.giaoban.minutes;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.giaoban.meetings.Attendee;
import org.giaoban.meetings.MeetingId;
import org.giaoban.meetings.Meetings;
import org.giaoban.minutes.RemarkRepository.Answer;
import org.giaoban.notification.Notice;
import org.giaoban.notification.Notices;
import org.giaoban.platform.Formats;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** From the draft to adoption: written, read out, remarked on, answered, numbered; afterwards only additions. */
@Service
@Transactional
class MinutesWork {

    private final MinutesDoor door;
    private final MinutesRepository minutes;
    private final RemarkRepository remarks;
    private final Meetings meetings;
    private final Notices notices;

    MinutesWork(
            MinutesDoor door, MinutesRepository minutes, RemarkRepository remarks, Meetings meetings, Notices notices) {
        this.door = door;
        this.minutes = minutes;
        this.remarks = remarks;
        this.meetings = meetings;
        this.notices = notices;
    }

    /** What became of a section that was sent. */
    enum Written {
        SAVED,
        STALE
    }

    Written write(MeetingId id, int section, int version, String text) {
        var known = door.locked(id);
        known.demandUnlocked();
        if (!minutes.write(id, section, version, text)) {
            return Written.STALE;
        }
        door.trace(known, "write", Map.of("section", section));
        return Written.SAVED;
    }

    /** Opens the minutes for remarks; with no hours they are adopted in the meeting itself. */
    void readOut(MeetingId id, int hours) {
        var known = door.locked(id);
        known.demand(MinutesState.DRAFT);
        var until = door.now().plus(Duration.ofHours(hours));
        minutes.readOut(id, until);
        door.trace(known, "read-out", Map.of("until", until.toString()));
        if (hours > 0) {
            notices.sendAll(meetings.attendees(id).stream()
                    .map(Attendee::person)
                    .filter(Objects::nonNull)
                    .map(person -> Notice.to(
                            person,
                            "minutes.notice.remarks",
                            List.of(known.facts().title(), Formats.dateTime(until)),
                            known.href(),
                            known.unit(),
                            "minutes-remarks:" + id.value() + ":" + person))
                    .toList());
        }
    }

    /** A remark of somebody who was invited. */
    void remark(MeetingId id, int section, String text) {
        var known = door.lockedByReader(id);
        if (!door.attends(id)) {
            throw new NotFound(id);
        }
        if (!known.takesRemarks(door.now())) {
            throw new Refused("minutes.refused.remarks-over", known.facts().title());
        }
        var all = minutes.sections(id);
        var seen = door.readsAll(door.toRead(id), known) ? all : MinutesPaper.open(all);
        if (seen.stream().noneMatch(one -> one.position() == section)) {
            throw new NotFound(section);
        }
        remarks.remark(id, section, text, door.viewer(), door.now());
        door.trace(known, "remark", Map.of("section", section));
    }

    /** Takes a remark in, or refuses it with a reason; the section is changed on its own. */
    void answer(MeetingId id, UUID remark, boolean takenIn, @Nullable String reason) {
        var known = door.locked(id);
        known.demand(MinutesState.READ_OUT);
        if (remarks.remark(id, remark).isEmpty()) {
            throw new NotFound(remark);
        }
        var answer = new Answer(takenIn, reason, door.viewer().name());
        if (!remarks.answer(remark, answer, door.now())) {
            throw new Refused("minutes.refused.answered");
        }
        door.trace(known, "answer", Map.of("taken", String.valueOf(takenIn)));
    }

    /** Gives the number in the book of the year; every remark must have its answer by then. */
    void adopt(MeetingId id) {
        var known = door.locked(id);
        known.demand(MinutesState.READ_OUT);
        if (known.takesRemarks(door.now())) {
            throw new Refused(
                    "minutes.refused.remarks-open",
                    Formats.dateTime(known.moments().remarksUntil()));
        }
        var open =
                remarks.remarks(id).stream().filter(one -> one.answer() == null).count();
        if (open > 0) {
            throw new Refused("minutes.refused.unanswered", open);
        }
        var year = known.facts().day().getYear();
        var number = new Minutes.Number(year, minutes.next(known.unit(), year));
        minutes.adopt(id, door.now(), number);
        door.trace(known, "adopt", Map.of("number", number.number(), "year", year));
    }

    /** Who runs the unit's meetings goes on with minutes whose secretary is gone, as long as that one has not signed. */
    void takeOver(MeetingId id) {
        var known = door.locked(id);
        if (known.state() == MinutesState.LOCKED
                || remarks.signatures(id).stream().anyMatch(one -> one.role() == RemarkRepository.Role.SECRETARY)) {
            throw new Refused("minutes.refused.signed");
        }
        var viewer = door.viewer();
        minutes.keep(id, new Minutes.Secretary(viewer.account(), viewer.name()));
        door.trace(known, "take-over", Map.of("from", known.secretary().name()));
    }

    /** Corrects locked minutes the only way there is. */
    int add(MeetingId id, String text) {
        var known = door.locked(id);
        if (known.state() != MinutesState.LOCKED) {
            throw new Refused("minutes.refused.not-locked", known.facts().title());
        }
        var number = remarks.add(id, text, door.viewer(), door.now());
        door.trace(known, "addendum", Map.of("number", number, "text", text));
        return number;
    }
}
