package org.giaoban.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.giaoban.indicators.Indicator;
import org.giaoban.kernel.Absence;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.Figure;
import org.giaoban.kernel.Qualifier;
import org.giaoban.platform.Texts;
import org.giaoban.spreadsheets.Cell;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;

/** What is made of the cells of a line, cell by cell, without a database. */
class LineReaderTest {

    private static final Indicator COUNT = indicator(Indicator.Type.FLOW, 0);
    private static final Indicator MONEY = indicator(Indicator.Type.MONEY, 1);
    private static final Indicator PERCENT = indicator(Indicator.Type.PERCENT, 2);
    private static final Indicator RATIO = indicator(Indicator.Type.RATIO, 2);

    @BeforeEach
    void inVietnamese() {
        LocaleContextHolder.setLocale(Texts.VIETNAMESE);
    }

    @Test
    void numbersAreTakenAsTheyWereMeant() {
        assertThat(value(COUNT, "12")).isEqualTo(Figure.of(12));
        assertThat(value(COUNT, " 7.300 ")).isEqualTo(Figure.of(7300));
        assertThat(value(COUNT, "0")).isEqualTo(Figure.of(0));
        assertThat(value(MONEY, "1.234,5")).isEqualTo(Figure.of(new BigDecimal("1234.5")));
        assertThat(value(RATIO, "-3,5")).isEqualTo(Figure.of(new BigDecimal("-3.5")));
        assertThat(value(COUNT, "1000000000000000")).isEqualTo(Figure.of(1_000_000_000_000_000L));
        assertThat(figure(MONEY, cells(Cell.number(new BigDecimal("0.1234567895")))))
                .as("a spreadsheet's tail")
                .isEqualTo(Figure.of(new BigDecimal("0.123456790")));
        assertThat(figure(MONEY, cells(Cell.number(new BigDecimal("0.123456789")))))
                .isEqualTo(Figure.of(new BigDecimal("0.123456789")));
        assertThat(figure(MONEY, cells(new Cell(Cell.Kind.PERCENT, "16,7", new BigDecimal("16.7")))))
                .isEqualTo(Figure.of(new BigDecimal("16.7")));
    }

    @Test
    void whatCannotBeANumberIsSaid() {
        assertThat(refused(COUNT, "mười")).containsExactly("reporting.cell.text");
        assertThat(refused(COUNT, "-1")).containsExactly("reporting.cell.negative");
        assertThat(refused(MONEY, "-0,5")).containsExactly("reporting.cell.negative");
        assertThat(refused(COUNT, "1,5")).containsExactly("reporting.cell.whole");
        assertThat(refused(COUNT, "1000000000000001")).containsExactly("reporting.cell.size");
        assertThat(refused(RATIO, "-1000000000000001")).containsExactly("reporting.cell.size");
        assertThat(problems(COUNT, cells(new Cell(Cell.Kind.ERROR, "#DIV/0!", null))))
                .containsExactly("reporting.cell.error");
        assertThat(problems(COUNT, cells(new Cell(Cell.Kind.DATE, "1/2/2018", null))))
                .containsExactly("reporting.cell.date");
        assertThat(value(MONEY, "1,0")).isEqualTo(Figure.of(new BigDecimal("1.0")));
        assertThat(value(COUNT, "1,0").amount().orElseThrow()).isEqualByComparingTo("1");
        var problem = LineReader.read(COUNT, cells(Cell.text("-1"))).problems().getFirst();
        assertThat(problem).isEqualTo(Problem.of("XX01", "B7", "reporting.cell.negative", "-1"));
    }

    @Test
    void marksSayHowExactOrWhyThereIsNone() {
        assertThat(value(COUNT, "trên 7.300")).isEqualTo(Figure.of(7300).qualified(Qualifier.OVER));
        assertThat(value(COUNT, "~ 12")).isEqualTo(Figure.of(12).qualified(Qualifier.ABOUT));
        assertThat(value(COUNT, "không phát sinh")).isEqualTo(Figure.missing(Absence.NONE));
        assertThat(marked("gần", "5", "", "")).isEqualTo(Figure.of(5).qualified(Qualifier.NEARLY));
        assertThat(marked("không có số liệu", "", "", "")).isEqualTo(Figure.missing(Absence.NOT_REPORTED));
        assertThat(marked("không áp dụng", "", "", "")).isEqualTo(Figure.missing(Absence.NOT_APPLICABLE));
        assertThat(keys("gần gần", "5", "", "")).containsExactly("reporting.cell.mark");
        assertThat(keys("không", "5", "", "")).containsExactly("reporting.cell.both");
        assertThat(keys("không", "", "1", "2")).containsExactly("reporting.cell.both");
        assertThat(keys("gần", "", "", "")).containsExactly("reporting.cell.alone");
        assertThat(keys("gần", "không", "", "")).containsExactly("reporting.cell.text");
        assertThat(refused(COUNT, "trên không")).containsExactly("reporting.cell.text");
        assertThat(keys("gần", "trên 5", "", "")).containsExactly("reporting.cell.text");
        assertThat(keys("", "gần", "", "")).containsExactly("reporting.cell.text");
    }

    @Test
    void aShareIsWorkedOutOfItsPartsAndMustNotContradictThem() {
        var share = (Figure.Present) marked("", "", "1", "6");
        assertThat(share.value()).isEqualByComparingTo("16.66666666666667");
        assertThat(share.numerator()).isEqualByComparingTo("1");
        assertThat(share.denominator()).isEqualByComparingTo("6");
        assertThat(marked("trên", "", "1", "4").exactness()).isEqualTo(Qualifier.OVER);
        for (var right : List.of("16,67", "16,66", "16,7", "16,6", "17", "16")) {
            assertThat(keys("", right, "1", "6")).as(right).isEmpty();
        }
        for (var wrong : List.of("16,68", "16,65", "16,8", "18", "15")) {
            assertThat(keys("", wrong, "1", "6")).as(wrong).containsExactly("reporting.cell.share");
        }
        assertThat(keys("", "", "1", "")).containsExactly("reporting.cell.one-part");
        assertThat(keys("", "", "", "6")).containsExactly("reporting.cell.one-part");
        assertThat(keys("", "", "1", "0")).containsExactly("reporting.cell.zero-part");
        assertThat(keys("", "", "1", "-2")).containsExactly("reporting.cell.zero-part");
        assertThat(keys("", "", "gần 1", "2")).containsExactly("reporting.cell.text");
        var ratio = new Line(Cell.EMPTY, Cell.EMPTY, Cell.text("3"), Cell.text("2"), Cell.EMPTY, null);
        assertThat(figure(RATIO, ratio).amount().orElseThrow()).isEqualByComparingTo("1.5");
        assertThat(problems(COUNT, ratio)).containsExactly("reporting.cell.no-parts");
    }

    @Test
    void nothingIsNoEntryAndAReasonAloneIsAQuestion() {
        var blank = cells(Cell.EMPTY);
        assertThat(LineReader.read(COUNT, blank)).isEqualTo(new LineReader.Reading(null, List.of()));
        var reason = new Line(Cell.EMPTY, Cell.EMPTY, Cell.EMPTY, Cell.EMPTY, Cell.text("mưa"), "B7");
        assertThat(problems(COUNT, reason)).containsExactly("reporting.cell.alone");
        var both =
                new Line(Cell.text("1"), Cell.EMPTY, Cell.EMPTY, Cell.EMPTY, Cell.text(" " + "m".repeat(1001)), "B7");
        var entry = LineReader.read(COUNT, both).entry();
        assertThat(entry).isEqualTo(new Entry(Figure.of(1), "B7", "m".repeat(1000)));
        assertThat(LineReader.read(COUNT, cells(Cell.text("1"))).entry())
                .isEqualTo(new Entry(Figure.of(1), "B7", null));
    }

    @Test
    void entriesAreTheSameWhenTheySayTheSame() {
        var entry = new Entry(Figure.of(new BigDecimal("10.50")), "B7", null);
        assertThat(entry.written()).isEqualTo("10.5|||EXACT|");
        assertThat(entry.same(new Entry(Figure.of(new BigDecimal("10.5")), "C9", null)))
                .isTrue();
        assertThat(entry.same(new Entry(Figure.of(new BigDecimal("10.5")), "B7", "vì")))
                .isFalse();
        assertThat(entry.same(null)).isFalse();
        assertThat(new Entry(Figure.missing(Absence.NONE), null, "vì").written())
                .isEqualTo("NONE|vì");
        assertThat(new Entry(marked("", "", "1", "4"), null, null).written()).isEqualTo("25|1|4|EXACT|");
    }

    @Test
    void theScreensCellsAreTheFormsFieldsAndBack() {
        assertThat(CellText.read("98/120", PERCENT))
                .isEqualTo(Map.of("v.XX01", "", "m.XX01", "", "n.XX01", "98", "d.XX01", "120"));
        assertThat(CellText.read("1/2", COUNT)).containsEntry("v.XX01", "1/2").containsEntry("n.XX01", "");
        assertThat(CellText.read("12", PERCENT)).containsEntry("v.XX01", "12").containsEntry("d.XX01", "");
        assertThat(CellText.parts("1/2", "A")).containsEntry("n.A", "1").containsEntry("d.A", "2");
        assertThat(CellText.parts("/2", "A")).containsEntry("n.A", "").containsEntry("v.A", "");
        assertThat(CellText.plain("  98 / 120 ")).isEqualTo("98/120");
        assertThat(CellText.of(new Fields(Map.of("n.A", "1", "d.A", "2", "v.A", "50")), "A"))
                .isEqualTo("1/2");
        assertThat(CellText.of(new Fields(Map.of("n.A", "1")), "A")).isEqualTo("1/");
        assertThat(CellText.of(new Fields(Map.of("d.A", "2")), "A")).isEqualTo("/2");
        assertThat(CellText.of(new Fields(Map.of("v.A", "7")), "A")).isEqualTo("7");
        assertThat(CellText.of(new Fields(Map.of("v.A", "7", "m.A", "OVER")), "A"))
                .isEqualTo("trên 7");
        assertThat(CellText.of(new Fields(Map.of("m.A", "NONE")), "A")).isEqualTo("không phát sinh");
    }

    /** What is written with quotation marks wherever they are needed is read back as it was. */
    @Test
    void linesOfATableAreTakenApartAsTheyWerePutTogether() {
        assertThat(CsvLine.cells("")).containsExactly("");
        assertThat(CsvLine.cells("a,,\"b,c\",\"d\"\"e\",")).containsExactly("a", "", "b,c", "d\"e", "");
        assertThat(CsvLine.cells("\"a")).containsExactly("a");
        assertThat(CsvLine.cells("\"a\"")).containsExactly("a");
        assertThat(CsvLine.cells("\"a\"\"")).containsExactly("a\"");
        var seed = Long.getLong("giaoban.seed", System.nanoTime());
        var random = new Random(seed);
        for (var round = 0; round < 2000; round++) {
            var cells = random.ints(1 + random.nextInt(5), 0, 5)
                    .mapToObj(length -> random.ints(length, 0, 4)
                            .mapToObj(letter -> ",\"aệ".substring(letter, letter + 1))
                            .collect(java.util.stream.Collectors.joining()))
                    .toList();
            var line = cells.stream()
                    .map(cell ->
                            cell.contains(",") || cell.contains("\"") ? '"' + cell.replace("\"", "\"\"") + '"' : cell)
                    .collect(java.util.stream.Collectors.joining(","));
            assertThat(CsvLine.cells(line)).as("seed %d: %s", seed, line).isEqualTo(cells);
        }
    }

    private static Figure value(Indicator indicator, String text) {
        return figure(indicator, cells(Cell.text(text)));
    }

    private static Figure figure(Indicator indicator, Line line) {
        var reading = LineReader.read(indicator, line);
        assertThat(reading.problems()).isEmpty();
        return java.util.Objects.requireNonNull(reading.entry()).figure();
    }

    private static Figure marked(String mark, String value, String above, String below) {
        return figure(PERCENT, line(mark, value, above, below));
    }

    private static List<String> keys(String mark, String value, String above, String below) {
        return problems(PERCENT, line(mark, value, above, below));
    }

    private static List<String> refused(Indicator indicator, String text) {
        return problems(indicator, cells(Cell.text(text)));
    }

    private static List<String> problems(Indicator indicator, Line line) {
        var reading = LineReader.read(indicator, line);
        assertThat(reading.entry() == null || reading.problems().isEmpty()).isTrue();
        return reading.problems().stream().map(Problem::key).toList();
    }

    private static Line line(String mark, String value, String above, String below) {
        return new Line(Cell.text(value), Cell.text(mark), Cell.text(above), Cell.text(below), Cell.EMPTY, place());
    }

    private static Line cells(Cell value) {
        return new Line(value, Cell.EMPTY, Cell.EMPTY, Cell.EMPTY, Cell.EMPTY, place());
    }

    private static @Nullable String place() {
        return "B7";
    }

    private static Indicator indicator(Indicator.Type type, int decimals) {
        return new Indicator(
                (short) 1,
                "XX01",
                "A",
                new Indicator.Wording("x", "x", "", "", "", ""),
                new Indicator.Rule(
                        type,
                        Indicator.OverUnits.SUM,
                        Indicator.OverTime.SUM,
                        Indicator.Direction.MORE,
                        decimals,
                        null,
                        null),
                new Indicator.Schedule(Set.of("M"), "CS", ""),
                new Indicator.Edition(1, DateRange.from(LocalDate.of(2011, 1, 1))));
    }
}
