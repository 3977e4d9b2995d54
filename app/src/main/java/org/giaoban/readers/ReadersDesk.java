package org.giaoban.readers;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.platform.DeskItem;
import org.giaoban.platform.DeskSource;
import org.giaoban.platform.Texts;
import org.springframework.stereotype.Component;

/** ReaderComments and error reports that wait for the viewer, on the desk. */
@Component
class ReadersDesk implements DeskSource {

    private static final int LONGEST = 120;

    private final Access access;
    private final ReaderComments comments;
    private final ErrorReports reports;

    ReadersDesk(Access access, ReaderComments comments, ErrorReports reports) {
        this.access = access;
        this.comments = comments;
        this.reports = reports;
    }

    @Override
    public int order() {
        return 45;
    }

    @Override
    public String titleKey() {
        return "readers.desk";
    }

    @Override
    public String icon() {
        return "ti-messages";
    }

    @Override
    public int count(LocalDate today) {
        return comments.waiting() + reports.open();
    }

    @Override
    public List<DeskItem> items(LocalDate today, int limit) {
        if (!access.allowsAnywhere(Capability.COMMENT_MODERATE)) {
            return List.of();
        }
        var waiting = comments.newestWaiting(limit).stream()
                .map(comment -> new DeskItem(
                        brief(comment.written().body()),
                        comment.written().author() + " · " + comment.written().on(),
                        "/readers",
                        null));
        var open = reports.newestOpen(limit).stream()
                .map(report -> new DeskItem(
                        brief(report.seen().remark()),
                        Texts.text("readers.desk.report") + " · "
                                + report.seen().on(),
                        "/readers/reports",
                        null));
        return Stream.concat(waiting, open).limit(limit).toList();
    }

    private static String brief(String text) {
        var line = text.replace('\n', ' ');
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
