package org.giaoban.meetings;

import java.util.List;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.access.Scope;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.platform.Formats;
import org.giaoban.search.SearchGroup;
import org.giaoban.search.SearchHit;
import org.giaoban.search.SearchSource;
import org.giaoban.search.SearchWords;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Meetings in the search over everything: of the units the viewer reads or runs, and those they were invited to. */
@Component
class MeetingSearch implements SearchSource {

    private final MeetingFinding meetings;
    private final Access access;
    private final CurrentViewer viewer;

    MeetingSearch(MeetingFinding meetings, Access access, CurrentViewer viewer) {
        this.meetings = meetings;
        this.access = access;
        this.viewer = viewer;
    }

    @Override
    public SearchGroup about() {
        return new SearchGroup(30, "meetings.nav", "calendar-event", Capability.MEETING_READ, true);
    }

    @Override
    @Transactional(readOnly = true)
    public List<SearchHit> find(String query, Scope scope, int limit) {
        var person = viewer.find().map(Viewer::person).orElse(null);
        var prepares = access.scope(Capability.MEETING_RUN);
        var reader = new MeetingFinding.Reader(List.of(scope, prepares), prepares, person);
        return meetings.find(SearchWords.of(query), reader, limit).stream()
                .map(Meeting::line)
                .map(line -> new SearchHit(
                        line.title(),
                        Formats.dateTime(line.startsAt()) + " · " + MeetingWords.state(line.state()),
                        line.href()))
                .toList();
    }
}
