package org.giaoban.briefing;

import static org.giaoban.platform.Texts.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.giaoban.kernel.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/** Titles, segments and neighbours of a board. */
final class Headings {

    private Headings() {}

    static BoardPage.Heading of(Board board) {
        var occasion = board.occasion();
        return new BoardPage.Heading(
                text("briefing.title", label(occasion.period())),
                occasion.unit().name(),
                label(occasion.shown()),
                occasion.href(occasion.unit().code(), occasion.period().previous()),
                occasion.href(occasion.unit().code(), occasion.period().next()),
                segments(occasion),
                occasion.href(),
                Switch.of(occasion.asWas().href(), occasion.tree(), board.planned()),
                switches(board),
                new BoardPage.Pages(
                        occasion.href(),
                        occasion.projector(),
                        occasion.page("figures", "standing", "planned"),
                        occasion.page("workbook"),
                        occasion.asWas().page("report")),
                String.valueOf(board.planned().size()),
                meeting(board));
    }

    static String label(Period period) {
        return period.label(LocaleContextHolder.getLocale());
    }

    /** Where the one red button leads: to the meeting, or to where those who may plan it; else there is none. */
    private static BoardPage.@Nullable Link meeting(Board board) {
        var conference = board.conference();
        var line = conference.line();
        if (line == null) {
            return conference.mayPlan()
                    ? new BoardPage.Link(board.occasion().planning(), text("briefing.meeting.plan"))
                    : null;
        }
        if (conference.held()) {
            return new BoardPage.Link(line.href(), text("briefing.meeting.read"));
        }
        return new BoardPage.Link(
                line.href(), text(conference.running() ? "briefing.meeting.join" : "briefing.meeting.start"));
    }

    private static Map<String, String> segments(Occasion occasion) {
        var segments = new LinkedHashMap<String, String>();
        segments.put(occasion.href(Span.MONTH), capital(label(occasion.reported())));
        segments.put(occasion.href(Span.YEAR), text("briefing.span.year"));
        return segments;
    }

    private static List<BoardPage.Link> switches(Board board) {
        return board.around().switches().stream()
                .map(place -> new BoardPage.Link(
                        board.occasion().href(place.code(), board.occasion().period()), place.name()))
                .toList();
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(LocaleContextHolder.getLocale()) + text.substring(1);
    }
}
