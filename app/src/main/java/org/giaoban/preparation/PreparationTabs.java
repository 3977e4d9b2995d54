package org.giaoban.preparation;

import java.util.List;
import org.giaoban.meetings.MeetingLine;
import org.giaoban.meetings.MeetingTabs;
import org.giaoban.platform.Texts;
import org.springframework.stereotype.Component;

/** The pages of a meeting's preparation. */
@Component
class PreparationTabs implements MeetingTabs {

    @Override
    public List<Tab> of(MeetingLine meeting, boolean runs) {
        var base = meeting.id().href();
        return List.of(
                new Tab(22, base + "/invitation", Texts.text("preparation.tab.invitation")),
                new Tab(24, base + "/topics", Texts.text("preparation.tab.topics")),
                new Tab(26, base + "/materials", Texts.text("preparation.tab.materials")));
    }
}
