package org.giaoban.preparation;

import java.util.List;
import java.util.Objects;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.UnitId;
import org.giaoban.meetings.MeetingLine;
import org.giaoban.notification.Notice;
import org.giaoban.notification.Notices;
import org.springframework.stereotype.Component;

/** Tells those who proposed something for an agenda what became of it. */
@Component
class TopicNews {

    private final Notices notices;
    private final Chronicle chronicle;

    TopicNews(Notices notices, Chronicle chronicle) {
        this.notices = notices;
        this.chronicle = chronicle;
    }

    /** Nobody is told of what they decided themselves. */
    void tell(Topic decided, MeetingLine meeting) {
        var proposer = new AccountId(decided.origin().account());
        var unit = decided.origin().unit();
        if (unit == null || proposer.equals(chronicle.viewer().account())) {
            return;
        }
        var reason = Objects.requireNonNullElse(decided.decision().reason(), "");
        notices.send(Notice.to(
                proposer,
                textKey(decided.state()),
                List.of(decided.content().title(), meeting.title(), reason),
                meeting.id().href() + "/topics",
                new UnitId(unit),
                "topic:" + decided.id() + ":" + decided.version()));
    }

    private static String textKey(Topic.State state) {
        return switch (state) {
            case RETURNED -> "preparation.notice.topic-returned";
            case DEFERRED -> "preparation.notice.topic-deferred";
            case PROPOSED, PLACED, WITHDRAWN -> "preparation.notice.topic-placed";
        };
    }
}
