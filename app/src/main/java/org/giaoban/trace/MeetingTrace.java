package org.giaoban.trace;

import java.util.List;
import org.giaoban.meetings.MeetingLine;
import org.giaoban.meetings.MeetingTabs;
import org.giaoban.platform.Texts;
import org.springframework.stereotype.Component;

/** The way from a meeting to what its conclusions brought about, among the meeting's pages. */
@Component
class MeetingTrace implements MeetingTabs {

    private static final int ORDER = 95;

    @Override
    public List<Tab> of(MeetingLine meeting, boolean runs) {
        return List.of(new Tab(ORDER, "/trace/meetings/" + meeting.id().value(), Texts.text("trace.tab")));
    }
}
