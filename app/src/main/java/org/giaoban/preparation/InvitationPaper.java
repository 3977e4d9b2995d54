package org.giaoban.preparation;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.audit.ObjectRef;
import org.giaoban.documents.About;
import org.giaoban.documents.Documents;
import org.giaoban.documents.IssuedDocument;
import org.giaoban.documents.NewDocument;
import org.giaoban.documents.Paper;
import org.giaoban.meetings.Attendee;
import org.giaoban.meetings.MeetingId;
import org.giaoban.meetings.MeetingLine;
import org.giaoban.meetings.MeetingState;
import org.giaoban.meetings.Meetings;
import org.giaoban.organization.Organization;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Texts;
import org.giaoban.platform.Zone;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The invitation on paper: one sheet for all, a copy for each, and its number in the register. */
@Service
@Transactional
class InvitationPaper {

    private static final String TYPE = "giay-moi";
    private static final String TEMPLATE = "invitation";
    private static final int MOST_COPIES = 300;

    private final Meetings meetings;
    private final InvitationRepository invitations;
    private final InvitationText text;
    private final Documents documents;
    private final Organization organization;
    private final Access access;
    private final Chronicle chronicle;

    InvitationPaper(
            Meetings meetings,
            InvitationRepository invitations,
            InvitationText text,
            Documents documents,
            Organization organization,
            Access access,
            Chronicle chronicle) {
        this.meetings = meetings;
        this.invitations = invitations;
        this.text = text;
        this.documents = documents;
        this.organization = organization;
        this.access = access;
        this.chronicle = chronicle;
    }

    /** Whether the viewer may give it a number, and the one it has. */
    record Numbered(boolean may, @Nullable IssuedDocument issued) {}

    /** Gives a number to what the invited were told last; a later change of the meeting asks for another one. */
    IssuedDocument issue(MeetingId id) {
        var line = meetings.toRun(id);
        access.require(Capability.DOCUMENT_ISSUE, line.unit());
        if (line.state() != MeetingState.PLANNED || invitations.find(id).isEmpty()) {
            throw new Refused("preparation.refused.not-sent", line.title());
        }
        var all = Addressee.all(meetings.attendees(id));
        var issued = documents.issue(paper(line, text.of(line), all, today()));
        chronicle.trace("paper", id, line.unit(), Map.of("symbol", issued.symbol()));
        return issued;
    }

    @Transactional(readOnly = true)
    Numbered numbered(MeetingLine line) {
        return new Numbered(access.allows(Capability.DOCUMENT_ISSUE, line.unit()), issued(line));
    }

    private @Nullable IssuedDocument issued(MeetingLine line) {
        return documents.issued(line.unit(), onceKey(line)).orElse(null);
    }

    /** The sheet for all, or the copy of one person; whoever does not run the meeting gets their own. */
    @Transactional(readOnly = true)
    Addressee addressee(MeetingId id, @Nullable UUID guest) {
        var runs = meetings.runs(meetings.toRead(id));
        var attendees = meetings.attendees(id);
        if (runs && guest == null) {
            return Addressee.all(attendees);
        }
        var person = chronicle.viewer().person();
        return attendees.stream()
                .filter(one -> runs ? one.id().equals(guest) : person != null && person.equals(one.person()))
                .findFirst()
                .map(Addressee::one)
                .orElseThrow(() -> new NotFound(id));
    }

    @Transactional(readOnly = true)
    byte[] word(MeetingId id, Addressee to) {
        var line = meetings.toRead(id);
        return word(line, text.of(line), to);
    }

    private byte[] word(MeetingLine line, InvitationText.Common common, Addressee to) {
        var issued = issued(line);
        return documents.render(paper(line, common, to, day(issued)), issued == null ? null : issued.number());
    }

    @Transactional(readOnly = true)
    Letter letter(MeetingId id, Addressee to) {
        var line = meetings.toRead(id);
        return letters(line, List.of(to)).getFirst();
    }

    private List<Letter> letters(MeetingLine line, List<Addressee> all) {
        var common = text.of(line);
        var issued = issued(line);
        var number = issued == null ? null : issued.number();
        var papers =
                all.stream().map(to -> paper(line, common, to, day(issued))).toList();
        var head = documents.head(papers.getFirst(), number);
        return papers.stream()
                .map(one -> new Letter(head, one.title(), one.paper().model()))
                .toList();
    }

    /** A copy for each, as the pages of one file. */
    @Transactional(readOnly = true)
    List<Letter> letters(MeetingId id, Addressee.By by) {
        var line = meetings.toRun(id);
        return letters(line, copies(line, by));
    }

    /** A copy for each as Word files, by their names. */
    @Transactional(readOnly = true)
    Map<String, byte[]> words(MeetingId id, Addressee.By by) {
        var line = meetings.toRun(id);
        var common = text.of(line);
        var files = new LinkedHashMap<String, byte[]>();
        copies(line, by).forEach(to -> files.put(to.fileName(files.size() + 1), word(line, common, to)));
        return files;
    }

    private List<Addressee> copies(MeetingLine line, Addressee.By by) {
        var attendees = meetings.attendees(line.id());
        var units = attendees.stream()
                .map(Attendee::unit)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var copies = Addressee.each(by, attendees, organization.names(units, line.day()));
        if (copies.isEmpty() || copies.size() > MOST_COPIES) {
            throw new Refused("preparation.refused.copies", copies.size(), MOST_COPIES);
        }
        return copies;
    }

    private NewDocument paper(MeetingLine line, InvitationText.Common common, Addressee to, LocalDate on) {
        return new NewDocument(
                line.unit(),
                TYPE,
                Texts.text(Texts.VIETNAMESE, "preparation.paper.title", line.title()),
                on,
                new About(
                        new ObjectRef("meeting", line.id().value()),
                        line.title(),
                        line.id().href() + "/invitation"),
                onceKey(line),
                new Paper(TEMPLATE, common.model(to)));
    }

    /** What the invited were told last has one number. */
    private String onceKey(MeetingLine line) {
        var sequence = invitations.find(line.id()).map(Invitation::sequence).orElse(0);
        return "invitation:" + line.id().value() + ":" + sequence;
    }

    private LocalDate day(@Nullable IssuedDocument issued) {
        return issued == null ? today() : issued.issuedOn();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(chronicle.now(), Zone.ID);
    }
}
