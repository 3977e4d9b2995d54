package org.giaoban.meetings;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.giaoban.kernel.UnitId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the series a meeting belongs to proposes for the next one. */
@Service
@Transactional
class SeriesProposals {

    private final RecurrenceRepository series;
    private final MeetingRepository meetings;
    private final InvitedUnits invited;
    private final SeriesDrafts drafts;

    SeriesProposals(
            RecurrenceRepository series, MeetingRepository meetings, InvitedUnits invited, SeriesDrafts drafts) {
        this.series = series;
        this.meetings = meetings;
        this.invited = invited;
        this.drafts = drafts;
    }

    /** The kinds of the meetings the unit has held or planned. */
    @Transactional(readOnly = true)
    Set<String> kinds(UnitId unit) {
        return series.kinds(unit);
    }

    /** The plan of the last meeting of its kind. */
    @Transactional(readOnly = true)
    Meeting.@Nullable Plan last(UnitId unit, String kind) {
        return meetings.findSeries(unit, kind)
                .flatMap(series::latest)
                .map(Meeting::plan)
                .orElse(null);
    }

    /** The units the kind invites and those the last meeting did. */
    @Transactional(readOnly = true)
    Set<UnitId> units(UnitId unit, String kind, LocalDate day) {
        var units = new LinkedHashSet<UnitId>(invited.ofRules(unit, kind, day));
        meetings.findSeries(unit, kind)
                .flatMap(series::latest)
                .ifPresent(last -> units.addAll(invited.of(last.id(), day)));
        return units;
    }

    /** The day the series' rule names next, where it recurs. */
    @Transactional(readOnly = true)
    Optional<Recurrence.Occurrence> occurrence(UnitId unit, String kind) {
        return meetings.findSeries(unit, kind).flatMap(series::find).flatMap(drafts::next);
    }

    MeetingId next(Meeting meeting) {
        return series.following(meeting).map(Meeting::id).orElseGet(() -> drafts.draft(meeting.series()));
    }
}
