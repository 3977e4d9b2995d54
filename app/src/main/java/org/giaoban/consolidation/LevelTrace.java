package org.giaoban.consolidation;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.giaoban.access.Capability;
import org.giaoban.audit.Audit;
import org.giaoban.kernel.AccountId;
import org.springframework.stereotype.Component;

/** The trace of what is done with a report: the log, the people it concerns, and the reports above it that it moves. */
@Component
class LevelTrace {

    private final Audit audit;
    private final LevelNews news;
    private final Stirs stirs;

    LevelTrace(Audit audit, LevelNews news, Stirs stirs) {
        this.audit = audit;
        this.news = news;
        this.stirs = stirs;
    }

    AccountId account() {
        return news.account();
    }

    String by() {
        return news.by();
    }

    /** A version went up: the level above reads it, and what it had consolidated before may be another. */
    void sent(ReportRow row, Target target, String act) {
        audit.record(act, row.ref(), row.unit(), Map.of("version", row.version()));
        stirs.above(row);
        var parent = target.unit().parent();
        if (parent != null) {
            news.tell(Capability.REPORT_ACCEPT, parent, "consolidation.notice.sent", row, target.unit());
        }
    }

    void decided(ReportRow row, Target target, String act) {
        var comment = row.comment() == null ? "" : row.comment();
        audit.record(act, row.ref(), row.unit(), Map.of("version", row.version(), "comment", comment));
        if (row.open()) {
            stirs.above(row);
        }
        var notice = act.replace("consolidation.", "consolidation.notice.");
        news.tell(Capability.REPORT_ENTER, row.unit(), notice, row, target.unit());
    }

    void refused(ReportRow row, List<Difference> refused, String why) {
        var told = refused.stream()
                .map(one ->
                        one.indicator().code() + (one.words() ? "" : ": " + one.sealedText() + " / " + one.nowText()))
                .collect(Collectors.joining("; "));
        audit.record(
                "consolidation.refused",
                row.ref(),
                row.unit(),
                Map.of("version", row.version(), "figures", told, "comment", why));
    }
}
