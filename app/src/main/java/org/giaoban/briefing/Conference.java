package org.giaoban.briefing;

import java.util.List;
import org.giaoban.documents.IssuedDocument;
import org.giaoban.meetings.EarlierWork;
import org.giaoban.meetings.MeetingLine;
import org.giaoban.meetings.MeetingReport;
import org.giaoban.meetings.MeetingState;
import org.jspecify.annotations.Nullable;

/**
 * The meeting a board is held from: its agenda, what earlier ones ordered, the papers that left it.
 *
 * @param mayPlan whether the viewer may plan meetings of the unit
 */
record Conference(
        @Nullable MeetingLine line,
        @Nullable MeetingReport report,
        EarlierWork earlier,
        List<IssuedDocument> papers,
        boolean mayPlan) {

    boolean held() {
        return line != null && line.state() == MeetingState.CLOSED;
    }

    boolean running() {
        return line != null && line.state() == MeetingState.RUNNING;
    }

    int outcomes() {
        return report == null ? 0 : report.outcomes().size();
    }
}
