package org.giaoban.briefing;

import static org.giaoban.platform.Texts.text;

import java.util.ArrayList;
import java.util.List;
import org.giaoban.indicators.CountsText;
import org.giaoban.indicators.FigureLine;
import org.giaoban.platform.Formats;

/** The four figures one reads first. */
final class Cards {

    private Cards() {}

    static List<BoardPage.Card> of(Board board) {
        var cards = new ArrayList<BoardPage.Card>();
        cards.add(returns(board));
        cards.add(pace(board));
        cards.add(earlier(board));
        board.headline().map(line -> headline(board, line)).ifPresent(cards::add);
        return cards;
    }

    private static BoardPage.Card returns(Board board) {
        var missing = board.missing();
        var note = missing.isEmpty()
                ? text("briefing.card.returns.all")
                : missing.size() == 1
                        ? text(
                                missing.getFirst().daysLate() > 0
                                        ? "briefing.card.returns.one-late"
                                        : "briefing.card.returns.one",
                                board.shortName(missing.getFirst()),
                                String.valueOf(missing.getFirst().daysLate()))
                        : text("briefing.card.returns.some", String.valueOf(missing.size()));
        return counted(
                "briefing.card.returns",
                new Part(
                        board.inTime(),
                        board.progress().size(),
                        "/returns?unit=" + board.occasion().unit().code() + "&period="
                                + board.occasion().reported().code()),
                board.progress().isEmpty() ? text("briefing.step.nobody") : note,
                missing.isEmpty() ? "flat" : "down");
    }

    private static BoardPage.Card pace(Board board) {
        if (!board.paced()) {
            var reported = board.planned().stream()
                    .filter(line -> line.actual().value() != null)
                    .count();
            return counted(
                    "briefing.card.month",
                    new Part(reported, board.planned().size(), board.occasion().page("figures")),
                    text("briefing.card.month.note"),
                    "flat");
        }
        var behind = board.behind().size();
        return counted(
                "briefing.card.pace",
                new Part(
                        board.onPace(), board.planned().size(), board.occasion().page("figures")),
                behind == 0
                        ? text("briefing.card.pace.all")
                        : text("briefing.card.pace.behind", String.valueOf(behind)),
                behind == 0 ? "flat" : "down");
    }

    private static BoardPage.Card earlier(Board board) {
        var work = board.conference().earlier();
        var late = work.late() == 0
                ? text("briefing.card.earlier.none-late")
                : text("briefing.card.earlier.late", String.valueOf(work.late()));
        var note = work.extendedTwice() == 0
                ? late
                : text("briefing.card.earlier.extended", late, String.valueOf(work.extendedTwice()));
        return counted(
                "briefing.card.earlier",
                new Part(work.done(), work.total(), "/tasks"),
                note,
                work.late() == 0 ? "flat" : "down");
    }

    private static BoardPage.Card headline(Board board, FigureLine line) {
        var share = line.doneOfPlan();
        return new BoardPage.Card(
                text(
                        "briefing.card.headline",
                        line.indicator().name(),
                        Headings.label(board.occasion().shown())),
                PaceRows.shown(board.occasion(), line),
                "",
                share == null || !board.paced()
                        ? CountsText.full(line.actual().counts())
                        : text("briefing.card.headline.plan", Formats.percent(share, 1)) + " · "
                                + CountsText.full(line.actual().counts()),
                "flat",
                Changes.of(board.occasion(), line));
    }

    /** Some of a whole, and the list that was counted. */
    private record Part(long some, long whole, String href) {}

    private static BoardPage.Card counted(String labelKey, Part part, String note, String tone) {
        return new BoardPage.Card(
                text(labelKey),
                new BoardPage.Shown(Formats.number(part.some()), part.href(), false),
                "/" + Formats.number(part.whole()),
                note,
                tone,
                null);
    }
}
