package org.giaoban.meetings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Texts;
import org.springframework.stereotype.Component;

/** Gathers what an agenda is checked against. */
@Component
class AgendaChecks {

    private final KindRepository kinds;
    private final MeetingRepository meetings;

    AgendaChecks(KindRepository kinds, MeetingRepository meetings) {
        this.kinds = kinds;
        this.meetings = meetings;
    }

    /** The kinds a part of the day may be of. */
    Map<String, String> kindNames(Meeting meeting) {
        var names = new LinkedHashMap<String, String>();
        kinds.all(meeting.day()).forEach(kind -> names.put(kind.code(), kind.name(Texts.language())));
        return names;
    }

    List<String> of(Meeting meeting, List<AgendaItem> items, List<DayPart> parts) {
        if (!meeting.ahead()) {
            return List.of();
        }
        var all = kinds.all(meeting.day());
        var kind = all.stream()
                .filter(one -> one.code().equals(meeting.plan().kind()))
                .findFirst()
                .orElseThrow(() -> new NotFound(meeting.plan().kind()));
        var around = new AgendaCheck.Surroundings(parts, all, kinds.separationWords(), meetings.sameHours(meeting));
        return new AgendaCheck(meeting, kind, items, around).warnings();
    }
}
