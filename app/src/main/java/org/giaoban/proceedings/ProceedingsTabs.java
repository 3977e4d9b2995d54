package org.giaoban.proceedings;

import java.util.ArrayList;
import java.util.List;
import org.giaoban.meetings.MeetingLine;
import org.giaoban.meetings.MeetingState;
import org.giaoban.meetings.MeetingTabs;
import org.giaoban.platform.Texts;
import org.springframework.stereotype.Component;

/** Adds what happens in a meeting, and one's own seat, to its pages. */
@Component
class ProceedingsTabs implements MeetingTabs {

    private static final int COURSE = 32;
    private static final int SEAT = 34;

    @Override
    public List<Tab> of(MeetingLine meeting, boolean runs) {
        var tabs = new ArrayList<Tab>();
        var base = meeting.id().href();
        if (meeting.state() == MeetingState.RUNNING || meeting.state() == MeetingState.CLOSED) {
            tabs.add(new Tab(COURSE, base + "/course", Texts.text("proceedings.tab.course")));
        }
        if (meeting.state() == MeetingState.RUNNING || meeting.state() == MeetingState.PLANNED) {
            tabs.add(new Tab(SEAT, base + "/here", Texts.text("proceedings.tab.seat")));
        }
        return tabs;
    }
}
