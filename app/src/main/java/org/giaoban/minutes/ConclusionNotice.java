package org.giaoban.minutes;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.giaoban.audit.Audit;
import org.giaoban.documents.About;
import org.giaoban.documents.Documents;
import org.giaoban.documents.IssuedDocument;
import org.giaoban.documents.NewDocument;
import org.giaoban.documents.Paper;
import org.giaoban.meetings.MeetingId;
import org.giaoban.meetings.MeetingPapers;
import org.giaoban.meetings.MeetingReport;
import org.giaoban.meetings.MeetingState;
import org.giaoban.meetings.Meetings;
import org.giaoban.minutes.NoticeText.Part;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Texts;
import org.giaoban.platform.Zone;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The notice of a meeting's conclusions: written from the closed meeting, numbered once, wanted within the hour. */
@Service
@Transactional
class ConclusionNotice {

    private static final long HOUR = 60;
    private static final long DAY = 24 * HOUR;

    private static final String TYPE = "thong-bao";
    private static final String TEMPLATE = "conclusion-notice";
    static final Duration WANTED_WITHIN = Duration.ofHours(1);

    private final Meetings meetings;
    private final MeetingPapers papers;
    private final NoticeText text;
    private final Documents documents;
    private final MinutesRepository minutes;
    private final Audit audit;
    private final Clock clock;

    ConclusionNotice(
            Meetings meetings,
            MeetingPapers papers,
            NoticeText text,
            Documents documents,
            MinutesRepository minutes,
            Audit audit,
            Clock clock) {
        this.meetings = meetings;
        this.papers = papers;
        this.text = text;
        this.documents = documents;
        this.minutes = minutes;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The time since the closing, until the notice went out or now.
     *
     * @param issued whether it went out
     */
    public record Since(long minutes, boolean issued, boolean late) {

        /** In minutes, hours or days, whichever says most. */
        public String text() {
            if (minutes < 2 * HOUR) {
                return Texts.text("minutes.clock.minutes", minutes);
            }
            return minutes < 2 * DAY
                    ? Texts.text("minutes.clock.hours", minutes / HOUR)
                    : Texts.text("minutes.clock.days", minutes / DAY);
        }
    }

    /** Issues the notice, or finds it when it was issued before: the meeting's key makes it one. */
    IssuedDocument issue(MeetingId id) {
        return issue(id, clock.instant());
    }

    /** As it left at that moment, under its date. */
    IssuedDocument issue(MeetingId id, Instant at) {
        var line = papers.toIssue(id);
        var issued = documents.issue(paper(id, Part.WHOLE, LocalDate.ofInstant(at, Zone.ID)));
        minutes.noticed(id, at);
        audit.record("minutes-notice", MinutesDoor.object(id), line.unit(), Map.of("symbol", issued.symbol()));
        return issued;
    }

    /** As it would look, without a number. */
    @Transactional(readOnly = true)
    byte[] draft(MeetingId id) {
        papers.toIssue(id);
        return documents.draft(paper(id, Part.WHOLE, LocalDate.now(clock)));
    }

    /** Only what is marked public, under the number of the whole when it has one. */
    @Transactional(readOnly = true)
    byte[] publicPart(MeetingId id) {
        papers.toIssue(id);
        var number = of(id).stream().findFirst().map(IssuedDocument::number).orElse(null);
        return documents.render(paper(id, Part.PUBLIC, LocalDate.now(clock)), number);
    }

    /** The caller has checked that the viewer may read the meeting. */
    @Transactional(readOnly = true)
    List<IssuedDocument> of(MeetingId meeting) {
        return documents.about(MinutesDoor.object(meeting)).stream()
                .filter(one -> one.symbol().contains("-TB/"))
                .toList();
    }

    Since since(MeetingReport report, Minutes of) {
        var closed = report.time().endedAt();
        var out = of.moments().notice();
        if (closed == null) {
            return new Since(0, false, false);
        }
        var passed = Duration.between(closed, out == null ? clock.instant() : out);
        return new Since(Math.max(0, passed.toMinutes()), out != null, passed.compareTo(WANTED_WITHIN) > 0);
    }

    private NewDocument paper(MeetingId id, Part part, LocalDate on) {
        var report = meetings.report(id);
        if (report.state() != MeetingState.CLOSED) {
            throw new Refused("minutes.refused.not-closed", report.title());
        }
        var key = part == Part.WHOLE ? "minutes.notice.title" : "minutes.notice.title-public";
        return new NewDocument(
                report.unit(),
                TYPE,
                Say.it(key, report.title()),
                on,
                new About(MinutesDoor.object(id), report.title(), id.href()),
                "meeting:" + id.value(),
                new Paper(TEMPLATE, text.model(report, Drafting.line(report), part)));
    }
}
