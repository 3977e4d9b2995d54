package org.giaoban.minutes;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.meetings.Attendee;
import org.giaoban.meetings.Attendee.Presence;
import org.giaoban.meetings.MeetingClosed;
import org.giaoban.meetings.MeetingId;
import org.giaoban.meetings.MeetingLine;
import org.giaoban.meetings.MeetingPapers;
import org.giaoban.meetings.MeetingReport;
import org.giaoban.meetings.MeetingState;
import org.giaoban.meetings.Meetings;
import org.giaoban.platform.Refused;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Draws the minutes up from what the meeting left: whoever closes it, or first asks for them, keeps them. */
@Service
@Transactional
class Drafting {

    private final Meetings meetings;
    private final MeetingPapers papers;
    private final Composition composition;
    private final MinutesRepository minutes;
    private final CurrentViewer viewer;
    private final Clock clock;

    Drafting(
            Meetings meetings,
            MeetingPapers papers,
            Composition composition,
            MinutesRepository minutes,
            CurrentViewer viewer,
            Clock clock) {
        this.meetings = meetings;
        this.papers = papers;
        this.composition = composition;
        this.minutes = minutes;
        this.viewer = viewer;
        this.clock = clock;
    }

    @EventListener
    void closed(MeetingClosed event) {
        draw(event.meeting(), viewer.find().orElse(Viewer.SYSTEM), clock.instant());
    }

    /** For meetings that were closed before there were minutes. */
    void draw(MeetingId id) {
        draw(id, viewer.get(), clock.instant());
    }

    /** Of two who draw them up at once the first keeps them. */
    void draw(MeetingId id, Viewer secretary, Instant at) {
        var report = meetings.report(id);
        if (report.state() != MeetingState.CLOSED) {
            throw new Refused("minutes.refused.not-closed", report.title());
        }
        var line = line(report);
        var attendees = meetings.attendees(id);
        var first = minutes.insert(
                new Minutes(
                        id,
                        report.unit(),
                        MinutesState.DRAFT,
                        new Minutes.Facts(report.title(), line.day(), attendance(attendees)),
                        new Minutes.Secretary(secretary.account(), secretary.name()),
                        chair(report),
                        new Minutes.Moments(at, null, null, null, null),
                        null,
                        null,
                        0),
                composition.sections(report, line, attendees));
        var closed = report.time().endedAt();
        if (first && closed != null && wantsNotice(line)) {
            minutes.wantNotice(id, closed.plus(ConclusionNotice.WANTED_WITHIN));
        }
    }

    private boolean wantsNotice(MeetingLine line) {
        return papers.wantsNotice(line)
                && papers.conclusions(line).stream().anyMatch(one -> NoticeText.leaves(one, NoticeText.Part.WHOLE));
    }

    static MeetingLine line(MeetingReport report) {
        return new MeetingLine(
                report.id(),
                report.title(),
                report.kind().code(),
                report.unit(),
                report.period(),
                report.time().startsAt(),
                report.time().minutes(),
                report.place(),
                report.state(),
                null);
    }

    private static Minutes.Chair chair(MeetingReport report) {
        var chair = report.chair();
        return chair == null
                ? new Minutes.Chair(null, "", "")
                : new Minutes.Chair(chair.person(), chair.name(), chair.title());
    }

    private static Minutes.Attendance attendance(List<Attendee> all) {
        return new Minutes.Attendance(
                all.size(),
                count(all, Presence.PRESENT),
                count(all, Presence.ONLINE),
                count(all, Presence.EXCUSED),
                count(all, Presence.ABSENT));
    }

    private static int count(List<Attendee> all, Presence presence) {
        return (int) all.stream().filter(one -> one.presence() == presence).count();
    }
}
