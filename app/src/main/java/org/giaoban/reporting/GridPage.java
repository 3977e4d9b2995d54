package org.giaoban.reporting;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the page of the grid shows. */
public record GridPage(
        Head head,
        List<Offered> forms,
        List<Branch> branches,
        List<Part> parts,
        List<Column> columns,
        List<Row> rows,
        Counts counts) {

    /** Whether the system counts something for an empty cell of the page. */
    public boolean counted() {
        return rows.stream()
                .flatMap(row -> row.cells().stream())
                .anyMatch(cell -> !cell.count().isEmpty() && cell.text().isEmpty());
    }

    /** Which form and period, which filters, and the ways to its neighbours. */
    public record Head(
            String form,
            String formName,
            String period,
            String title,
            Links links,
            @Nullable String branch,
            @Nullable String after,
            boolean unsentOnly,
            int group) {}

    /** Addresses of the same grid otherwise; null where there is none. */
    public record Links(
            String self,
            String previous,
            String next,
            String all,
            String unsent,
            String whole,
            @Nullable String more,
            String plain,
            String send,
            String workbook) {}

    /** A form that some of the viewer's units fill in. */
    public record Offered(String code, String name, int units) {}

    /** A unit above some of the rows. */
    public record Branch(String code, String name, int units) {}

    /** A group of the form with its columns, and the address that shows it alone. */
    public record Part(int number, String name, int columns, String href) {}

    /** One indicator; {@code sums} when its figures may be added up. */
    public record Column(String code, String name, String unit, int part, boolean sums) {}

    /** How many rows there are, out of how many, and how far they are. */
    public record Counts(int shown, int all, int before, int ready, int sent) {}

    /** One unit: where its return stands and its cells in the order of the columns. */
    public record Row(String code, String name, String href, Standing standing, List<Cell> cells) {}

    /** How far one return is; {@code closed} when it cannot be changed. */
    public record Standing(String tone, String word, boolean closed, int answered, int asked) {}

    /**
     * One cell as it is shown.
     *
     * @param tone e for an error, w for a reason wanted, n for a remark, o where the unit is not asked, empty for none
     * @param said what is wrong, a line each
     * @param before the figure of the period before
     * @param count what the system has counted, as it would be typed; empty where it counts nothing
     */
    public record Cell(
            String code, String text, String tone, String said, String reason, String before, int talk, String count) {}

    /** What the browser is told after cells were kept. */
    public record Answer(
            String at, Map<String, State> rows, Map<String, List<Typing.Other>> clashes, Map<String, String> closed) {}

    /** A row after a change: how far it is, and the cells about which something is to be said. */
    public record State(Standing standing, List<Cell> cells) {}
}
