package org.giaoban.minutes;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.documents.IssuedDocument;
import org.giaoban.meetings.Attendee;
import org.giaoban.meetings.MeetingHead;
import org.giaoban.meetings.MeetingId;
import org.giaoban.meetings.MeetingLine;
import org.giaoban.meetings.MeetingReport;
import org.giaoban.meetings.Meetings;
import org.giaoban.minutes.RemarkRepository.Addendum;
import org.giaoban.minutes.RemarkRepository.Remark;
import org.giaoban.minutes.RemarkRepository.Role;
import org.giaoban.minutes.RemarkRepository.Signature;
import org.giaoban.platform.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the page of the minutes shows to one viewer. */
@Service
@Transactional(readOnly = true)
class MinutesPages {

    /** The page; without minutes it only offers to draw them up. */
    public record Page(
            MeetingHead head,
            MeetingReport report,
            List<Attendee> attendees,
            @Nullable Text text,
            Talk talk,
            Doors doors,
            Typed typed) {

        public String base() {
            return head.line().id().href();
        }
    }

    /**
     * The minutes as far as the viewer reads them.
     *
     * @param hidden how many sections are there but not for this viewer
     * @param intact whether locked minutes still have the hash that was signed
     */
    public record Text(
            Minutes minutes, List<Section> sections, int hidden, boolean intact, ConclusionNotice.Since since) {}

    /** What was said about them. */
    public record Talk(
            List<Remark> remarks, List<Signature> signatures, List<Addendum> addenda, List<IssuedDocument> notices) {

        List<Remark> about(Section section) {
            return remarks.stream()
                    .filter(one -> one.section() == section.position())
                    .toList();
        }
    }

    /** What the viewer may do now. */
    public record Doors(
            boolean runs, boolean issues, boolean papers, boolean remarks, boolean takesOver, List<Role> signs) {}

    /** What was typed and refused. */
    public record Typed(Map<String, String> values, Map<String, String> errors) {

        static final Typed NOTHING = new Typed(Map.of(), Map.of());

        String value(String field, String otherwise) {
            return values.getOrDefault(field, otherwise);
        }
    }

    private final MinutesDoor door;
    private final Meetings meetings;
    private final MinutesRepository minutes;
    private final RemarkRepository remarks;
    private final Signing signing;
    private final ConclusionNotice notice;
    private final Access access;

    MinutesPages(
            MinutesDoor door,
            Meetings meetings,
            MinutesRepository minutes,
            RemarkRepository remarks,
            Signing signing,
            ConclusionNotice notice,
            Access access) {
        this.door = door;
        this.meetings = meetings;
        this.minutes = minutes;
        this.remarks = remarks;
        this.signing = signing;
        this.notice = notice;
        this.access = access;
    }

    Page page(MeetingId id, Typed typed) {
        var line = door.toRead(id);
        var report = meetings.report(id);
        var known = door.find(id).orElse(null);
        var text = known == null ? null : text(line, report, known);
        return new Page(
                meetings.head(line),
                report,
                meetings.attendees(id),
                text,
                new Talk(heard(id, text), remarks.signatures(id), remarks.addenda(id), notice.of(id)),
                doors(id, known),
                typed);
    }

    private Text text(MeetingLine line, MeetingReport report, Minutes known) {
        var all = minutes.sections(line.id());
        var intact = known.hash() == null || known.hash().equals(Signing.hash(known, all));
        var seen = door.readsAll(line, known) ? all : MinutesPaper.open(all);
        return new Text(known, seen, all.size() - seen.size(), intact, notice.since(report, known));
    }

    /** Remarks on sections the viewer does not read stay unseen too. */
    private List<Remark> heard(MeetingId id, @Nullable Text text) {
        if (text == null) {
            return List.of();
        }
        var seen = text.sections.stream().map(Section::position).collect(Collectors.toSet());
        return remarks.remarks(id).stream()
                .filter(one -> seen.contains(one.section()))
                .toList();
    }

    private Doors doors(MeetingId id, @Nullable Minutes known) {
        var line = door.toRead(id);
        var signs = known == null
                ? List.<Role>of()
                : Arrays.stream(Role.values())
                        .filter(role -> signing.may(known, role))
                        .toList();
        return new Doors(
                meetings.runs(line),
                access.allows(Capability.DOCUMENT_ISSUE, line.unit()),
                access.allows(Capability.DOCUMENT_READ, line.unit()),
                known != null && known.takesRemarks(door.now()) && door.attends(id),
                known != null && meetings.runs(line) && takesOver(known),
                signs);
    }

    private boolean takesOver(Minutes known) {
        return known.state() != MinutesState.LOCKED
                && !door.keeps(known)
                && remarks.signatures(known.meeting()).stream().noneMatch(one -> one.role() == Role.SECRETARY);
    }

    /** The minutes and those of their sections that the viewer may take away. */
    Taken take(MeetingId id) {
        var line = door.toRead(id);
        var known = door.find(id).orElseThrow(() -> new NotFound(id));
        var all = minutes.sections(id);
        return new Taken(known, door.readsAll(line, known) ? all : MinutesPaper.open(all));
    }

    /** What goes into a file. */
    record Taken(Minutes minutes, List<Section> sections) {}
}
