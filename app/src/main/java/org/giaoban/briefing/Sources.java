package org.giaoban.briefing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.audit.ObjectRef;
import org.giaoban.documents.Documents;
import org.giaoban.meetings.EarlierWork;
import org.giaoban.meetings.Meetings;
import org.giaoban.recommendations.RecommendationLine;
import org.giaoban.recommendations.Recommendations;
import org.giaoban.reporting.Finding;
import org.giaoban.reporting.Returns;
import org.giaoban.reporting.UnitProgress;
import org.springframework.stereotype.Component;

/** What other modules tell the board; a viewer without the right to a part gets that part empty. */
@Component
class Sources {

    private final Access access;
    private final Returns returns;
    private final Recommendations recommendations;
    private final Meetings meetings;
    private final Documents documents;
    private final Clock clock;

    Sources(
            Access access,
            Returns returns,
            Recommendations recommendations,
            Meetings meetings,
            Documents documents,
            Clock clock) {
        this.access = access;
        this.returns = returns;
        this.recommendations = recommendations;
        this.meetings = meetings;
        this.documents = documents;
        this.clock = clock;
    }

    List<UnitProgress> progress(Occasion occasion) {
        return may(Capability.REPORT_READ, occasion)
                ? returns.progress(occasion.unit().id(), occasion.reported())
                : List.of();
    }

    List<Finding> findings(Occasion occasion) {
        return may(Capability.REPORT_READ, occasion)
                ? returns.findings(occasion.unit().id(), occasion.reported())
                : List.of();
    }

    List<RecommendationLine> waiting(Occasion occasion) {
        return may(Capability.REPORT_READ, occasion)
                ? recommendations.waiting(occasion.unit().id())
                : List.of();
    }

    Conference conference(Occasion occasion) {
        if (!may(Capability.MEETING_READ, occasion)) {
            return new Conference(null, null, new EarlierWork(0, 0, 0, 0, List.of()), List.of(), false);
        }
        var unit = occasion.unit().id();
        var line = meetings.forPeriod(unit, occasion.period()).orElse(null);
        var earlier = meetings.earlierWork(unit, occasion.period(), LocalDate.now(clock));
        if (line == null) {
            return new Conference(null, null, earlier, List.of(), may(Capability.MEETING_RUN, occasion));
        }
        var papers = documents.about(new ObjectRef("meeting", line.id().value()));
        return new Conference(line, meetings.report(line.id()), earlier, papers, false);
    }

    private boolean may(Capability capability, Occasion occasion) {
        return access.allows(capability, occasion.unit().id());
    }
}
