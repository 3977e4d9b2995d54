package org.giaoban.evaluation;

import java.util.List;
import java.util.Set;
import org.giaoban.meetings.MeetingLine;
import org.giaoban.meetings.MeetingState;
import org.giaoban.meetings.MeetingTabs;
import org.giaoban.platform.Texts;
import org.giaoban.platform.Zone;
import org.springframework.stereotype.Component;

/** A meeting that a sheet judges has a page for its score. */
@Component
class ScoreTab implements MeetingTabs {

    private static final int AFTER_MINUTES = 90;
    private static final Set<MeetingState> HELD = Set.of(MeetingState.RUNNING, MeetingState.CLOSED);

    private final Sheets sheets;

    ScoreTab(Sheets sheets) {
        this.sheets = sheets;
    }

    @Override
    public List<Tab> of(MeetingLine meeting, boolean runs) {
        var day = meeting.startsAt().atZone(Zone.ID).toLocalDate();
        return HELD.contains(meeting.state())
                        && sheets.judging(meeting.unit(), meeting.kind(), day).isPresent()
                ? List.of(new Tab(
                        AFTER_MINUTES, "/evaluations/meetings/" + meeting.id().value(), Texts.text("evaluation.tab")))
                : List.of();
    }
}
