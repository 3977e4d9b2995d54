package org.giaoban.briefing;

import java.util.List;
import java.util.Map;
import org.giaoban.tasks.TaskLine;
import org.jspecify.annotations.Nullable;

/** The board as its templates show it: every text ready, every address known. */
record BoardPage(
        Heading heading,
        List<Step> steps,
        List<Card> cards,
        boolean paced,
        List<PaceRow> behind,
        List<Chip> units,
        List<Note> checks,
        List<WorkRow> work,
        Agenda agenda,
        List<Note> asks,
        String askCount) {

    static BoardPage of(Board board) {
        return new BoardPage(
                Headings.of(board),
                Cycle.of(board),
                Cards.of(board),
                board.paced(),
                PaceRows.of(board),
                Chips.of(board),
                Notes.checks(board),
                WorkRows.of(board),
                Agendas.of(board),
                Notes.asks(board),
                Notes.askCount(board));
    }

    /** What the page is about and where one can go from it. */
    record Heading(
            String title,
            String unit,
            String shown,
            String previous,
            String next,
            Map<String, String> segments,
            String segment,
            Switch tree,
            List<Link> switches,
            Pages pages,
            String planned,
            @Nullable Link meeting) {}

    /** The addresses of the board's other pages. */
    record Pages(String self, String projector, String figures, String workbook, String report) {}

    record Link(String href, String text) {}

    /** One step of the month's cycle; kind is done, now, late or ahead. */
    record Step(String kind, String icon, String title, String detail) {}

    /** A headline figure: "11" of "/12", with what follows from it. */
    record Card(
            String label,
            Shown main,
            String rest,
            String note,
            String tone,
            @Nullable Change change) {}

    /** A figure as text with the address of its passport, when it has one. */
    record Shown(String text, @Nullable String href, boolean missing) {}

    /** How a figure moved against the same period last year, and where that is shown; tone is up, down or flat. */
    record Change(String text, String sign, String word, String tone, String href) {}

    /** An indicator against its pace. */
    record PaceRow(
            String analysis,
            String name,
            String unit,
            Shown actual,
            String counts,
            Shown plan,
            @Nullable Bar bar,
            @Nullable Change change,
            @Nullable Lowest lowest,
            Shown lastYear) {}

    /** Per cent of the plan done and due, and the sentence for those who do not see the bar. */
    record Bar(double percent, double due, String tone, String label) {}

    /** The unit that stands worst; kind is a state's. */
    record Lowest(String name, String text, String kind, String href) {}

    /** One unit's return as a coloured chip. */
    record Chip(String name, String word, String kind, String icon, String href) {}

    /** A line of a side card: what, the words below it, and where it leads. */
    record Note(
            String title,
            String detail,
            @Nullable String reason,
            String href,
            @Nullable String state,
            String kind) {}

    /** One order that is not carried out; kind is a state's. */
    record WorkRow(TaskLine line, String source, String units, String due, String kind, String state) {}

    /** What the meeting will talk about; href leads to it, or to where it is planned. */
    record Agenda(String title, String time, List<Item> items, String href, boolean planned) {}

    record Item(String title, String detail) {}
}
