package org.giaoban.minutes;

import java.util.List;
import org.giaoban.meetings.MeetingLine;
import org.giaoban.meetings.MeetingState;
import org.giaoban.meetings.MeetingTabs;
import org.giaoban.platform.Texts;
import org.springframework.stereotype.Component;

/** The minutes among the pages of a closed meeting. */
@Component
class MinutesTab implements MeetingTabs {

    private static final int AFTER_CONCLUSIONS = 45;

    @Override
    public List<Tab> of(MeetingLine meeting, boolean runs) {
        return meeting.state() == MeetingState.CLOSED
                ? List.of(new Tab(AFTER_CONCLUSIONS, meeting.id().href() + "/minutes", Texts.text("minutes.title")))
                : List.of();
    }
}
