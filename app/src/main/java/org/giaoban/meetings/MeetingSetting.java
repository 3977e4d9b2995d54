package org.giaoban.meetings;

import java.util.List;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Texts;
import org.springframework.stereotype.Component;

/** What surrounds a meeting: the parts of its day, the rules of its kind, the row of its pages. */
@Component
class MeetingSetting {

    private final PartRepository parts;
    private final KindRepository kinds;
    private final MeetingHeads heads;

    MeetingSetting(PartRepository parts, KindRepository kinds, MeetingHeads heads) {
        this.parts = parts;
        this.kinds = kinds;
        this.heads = heads;
    }

    List<DayPart> parts(MeetingId id) {
        return parts.of(id);
    }

    KindRules rules(MeetingLine meeting) {
        var kind = kinds.find(meeting.kind(), meeting.day()).orElseThrow(() -> new NotFound(meeting.kind()));
        var rules = kind.rules();
        return new KindRules(
                kind.code(), kind.name(Texts.language()), rules.quorum(), rules.noticeDays(), rules.scoreSheet());
    }

    MeetingHead head(MeetingLine meeting, boolean runs) {
        return heads.of(meeting, runs);
    }
}
