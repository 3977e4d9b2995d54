package org.giaoban.pageimport;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.giaoban.pageimport.Found.Certainty;
import org.giaoban.pageimport.ReceivedPage.Line;
import org.giaoban.pageimport.ReceivedPage.Report;
import org.giaoban.platform.Formats;

/** Sums a reading up for the person who goes on with it. */
final class PageReport {

    private PageReport() {}

    static Report of(ReadPage page, List<ReceivedPage.Picture> pictures) {
        var lines = new ArrayList<Line>();
        add(lines, "title", page.title());
        if (page.title().isEmpty() && !page.proposedTitle().isBlank()) {
            lines.add(new Line("title", page.proposedTitle(), Certainty.GUESSED));
        }
        add(lines, "date", page.date().map(found -> new Found<>(Formats.date(found.value()), found.certainty())));
        add(lines, "place", page.place());
        add(lines, "lead", page.lead());
        add(lines, "byline", page.byline());
        add(lines, "source", page.source());
        return new Report(page.writing().name(), List.copyOf(lines), page.captions(), page.doubts(), pictures);
    }

    private static void add(List<Line> lines, String field, Optional<Found<String>> found) {
        found.ifPresent(each -> lines.add(new Line(field, each.value(), each.certainty())));
    }
}
