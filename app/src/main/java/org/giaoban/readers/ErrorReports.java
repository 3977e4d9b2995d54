package org.giaoban.readers;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.audit.Audit;
import org.giaoban.audit.ObjectRef;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Slice;
import org.giaoban.portal.PublishedArticle;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Mistakes that readers report, until the office has dealt with them. */
@Service
@Transactional
class ErrorReports {

    private static final int MOST_COUNTED = 1_000;

    private final ErrorReportRepository reports;
    private final ReaderRulebook rulebook;
    private final Access access;
    private final Audit audit;
    private final CurrentViewer viewer;
    private final Clock clock;

    ErrorReports(
            ErrorReportRepository reports,
            ReaderRulebook rulebook,
            Access access,
            Audit audit,
            CurrentViewer viewer,
            Clock clock) {
        this.reports = reports;
        this.rulebook = rulebook;
        this.access = access;
        this.audit = audit;
        this.viewer = viewer;
        this.clock = clock;
    }

    /** False when so many are open already that nobody could look at one more. */
    boolean report(PublishedArticle article, ErrorReportForm form) {
        var most = rulebook.today().size().mostWaiting();
        if (reports.open(null, most) >= most) {
            return false;
        }
        reports.insert(article, new ErrorReport.Seen(form.quote(), form.remark(), clock.instant()));
        return true;
    }

    @Transactional(readOnly = true)
    Slice<ErrorReport> list(boolean open, @Nullable String after) {
        var scope = access.scope(Capability.COMMENT_MODERATE);
        var rows = reports.list(scope, open, Position.parse(after), ReaderComments.PAGE + 1);
        return Slice.of(rows, ReaderComments.PAGE, ErrorReport::position);
    }

    @Transactional(readOnly = true)
    int open() {
        return access.allowsAnywhere(Capability.COMMENT_MODERATE)
                ? reports.open(access.scope(Capability.COMMENT_MODERATE), MOST_COUNTED)
                : 0;
    }

    @Transactional(readOnly = true)
    List<ErrorReport> newestOpen(int most) {
        return reports.list(access.scope(Capability.COMMENT_MODERATE), true, null, most);
    }

    void done(UUID id, String note) {
        var report = reports.find(id).orElseThrow(() -> new NotFound(id));
        if (!access.allows(Capability.COMMENT_MODERATE, report.unit())) {
            throw new NotFound(id);
        }
        if (!reports.done(
                id, note, new ReaderCommentRepository.Hand(viewer.get().name(), clock.instant()))) {
            throw new Refused("readers.report.done-before");
        }
        var article = new ObjectRef("article", report.article().value());
        audit.record("readers.error-done", article, report.unit(), Map.of("note", note));
    }
}
