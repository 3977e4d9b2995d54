package org.giaoban.briefing;

import static org.giaoban.platform.Texts.text;

import java.util.List;
import org.giaoban.recommendations.RecommendationLine;
import org.giaoban.recommendations.RecommendationState;
import org.giaoban.reporting.Finding;
import org.giaoban.reporting.Severity;

/** The side cards: what does not add up, and what units ask for. */
final class Notes {

    private static final int MOST = 6;

    private Notes() {}

    static List<BoardPage.Note> checks(Board board) {
        return board.findings().stream()
                .filter(finding -> finding.severity() != Severity.NOTE)
                .limit(MOST)
                .map(finding -> check(board, finding))
                .toList();
    }

    static List<BoardPage.Note> asks(Board board) {
        return board.waiting().stream().limit(MOST).map(ask -> ask(board, ask)).toList();
    }

    static String askCount(Board board) {
        var oldest = board.waiting().stream()
                .mapToInt(RecommendationLine::daysWaiting)
                .max();
        return oldest.isEmpty()
                ? ""
                : text(
                        "briefing.asks.count",
                        String.valueOf(board.waiting().size()),
                        String.valueOf(oldest.getAsInt()));
    }

    private static BoardPage.Note check(Board board, Finding finding) {
        var name = board.around().names().getOrDefault(finding.unit(), finding.unitName());
        return new BoardPage.Note(
                text("briefing.note.title", name, finding.title()),
                finding.sentence(),
                finding.reason(),
                finding.href(),
                null,
                "waiting");
    }

    private static BoardPage.Note ask(Board board, RecommendationLine ask) {
        var name = board.around().names().getOrDefault(ask.unit(), ask.unitName());
        var state = ask.overdue()
                ? text("briefing.ask.overdue", ask.daysWaiting())
                : ask.state() == RecommendationState.TAKEN_UP
                        ? text("briefing.ask.taken-up")
                        : text("briefing.ask.waiting", ask.daysWaiting());
        return new BoardPage.Note(
                ask.text(),
                text("briefing.ask.detail", name, ask.sent(), ask.addressed().to()),
                null,
                ask.href(),
                state,
                ask.tone());
    }
}
