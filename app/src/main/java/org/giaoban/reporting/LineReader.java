package org.giaoban.reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.giaoban.indicators.Indicator;
import org.giaoban.kernel.Figure;
import org.giaoban.kernel.Qualifier;
import org.giaoban.kernel.VietnameseNumber;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.spreadsheets.Cell;
import org.giaoban.spreadsheets.Cell.Kind;
import org.jspecify.annotations.Nullable;

/** Makes an entry of the cells of one line, or says cell by cell why it cannot. */
final class LineReader {

    /** What came of a line: an entry, problems, or neither when nothing was entered. */
    record Reading(@Nullable Entry entry, List<Problem> problems) {}

    private static final BigDecimal LARGEST = new BigDecimal("1e15");
    private static final int DECIMALS = 9;
    private static final int LONGEST_REASON = 1_000;

    private final Indicator indicator;
    private final Line line;
    private final List<Problem> problems = new ArrayList<>();
    private @Nullable Mark mark;

    private LineReader(Indicator indicator, Line line) {
        this.indicator = indicator;
        this.line = line;
    }

    static Reading read(Indicator indicator, Line line) {
        return line.blank() ? new Reading(null, List.of()) : new LineReader(indicator, line).read();
    }

    private Reading read() {
        readMark();
        var value = amount(line.value(), true);
        var figure = figure(value);
        if (figure.isEmpty() && problems.isEmpty()) {
            problem("reporting.cell.alone");
        }
        if (!problems.isEmpty() || figure.isEmpty()) {
            return new Reading(null, List.copyOf(problems));
        }
        return new Reading(new Entry(figure.get(), line.place(), reason()), List.of());
    }

    private void readMark() {
        if (line.mark().kind() == Kind.EMPTY) {
            return;
        }
        mark = Mark.read(line.mark().text()).orElse(null);
        if (mark == null) {
            problem("reporting.cell.mark", line.mark().text());
        }
    }

    private Optional<Figure> figure(Optional<BigDecimal> value) {
        var absence = mark == null ? null : mark.absence();
        if (absence != null) {
            if (value.isPresent() || line.hasParts()) {
                problem("reporting.cell.both", mark == null ? "" : mark.word());
                return Optional.empty();
            }
            return Optional.of(Figure.missing(absence));
        }
        if (indicator.rate() && line.hasParts()) {
            return share(value);
        }
        if (line.hasParts()) {
            problem("reporting.cell.no-parts");
            return Optional.empty();
        }
        return value.map(number -> new Figure.Present(number, null, null, qualifier()));
    }

    private Optional<Figure> share(Optional<BigDecimal> written) {
        var numerator = amount(line.numerator(), false);
        var denominator = amount(line.denominator(), false);
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        if (numerator.isEmpty() || denominator.isEmpty()) {
            problem("reporting.cell.one-part");
            return Optional.empty();
        }
        if (denominator.get().signum() <= 0) {
            problem("reporting.cell.zero-part");
            return Optional.empty();
        }
        var factor = indicator.type() == Indicator.Type.PERCENT ? BigDecimal.valueOf(100) : BigDecimal.ONE;
        var share = Figure.share(numerator.get(), denominator.get(), factor).qualified(qualifier());
        var worked = share.amount().orElseThrow();
        if (written.isPresent() && differs(written.get(), worked)) {
            problem("reporting.cell.share", shown(written.get()), shown(worked));
            return Optional.empty();
        }
        return Optional.of(share);
    }

    /** People write a share rounded; half of the last decimal they wrote is no contradiction. */
    private static boolean differs(BigDecimal written, BigDecimal worked) {
        int decimals = Math.max(written.scale(), 0);
        return worked.setScale(decimals, RoundingMode.HALF_UP).compareTo(written) != 0
                && worked.setScale(decimals, RoundingMode.DOWN).compareTo(written) != 0;
    }

    private Qualifier qualifier() {
        var said = mark == null ? null : mark.qualifier();
        return said == null ? Qualifier.EXACT : said;
    }

    /** The number in a cell; the value's cell may also carry its mark in words. */
    private Optional<BigDecimal> amount(Cell cell, boolean withMark) {
        return switch (cell.kind()) {
            case EMPTY -> Optional.empty();
            case NUMBER, PERCENT ->
                Optional.ofNullable(cell.number()).map(LineReader::kept).filter(this::fits);
            case ERROR -> failed("reporting.cell.error", cell.text());
            case DATE -> failed("reporting.cell.date", cell.text());
            case TEXT -> written(VietnameseText.nfc(cell.text()).strip(), withMark);
        };
    }

    private Optional<BigDecimal> written(String text, boolean withMark) {
        var leading = withMark && mark == null ? Mark.leading(text) : Optional.<Mark.Leading>empty();
        if (leading.isPresent()) {
            mark = leading.get().mark();
            return written(leading.get().rest(), false);
        }
        var alone = withMark && mark == null ? Mark.read(text) : Optional.<Mark>empty();
        if (alone.isPresent() && alone.get().absence() != null) {
            mark = alone.get();
            return Optional.empty();
        }
        var number = VietnameseNumber.parse(text);
        return number.isPresent()
                ? number.map(LineReader::kept).filter(this::fits)
                : failed("reporting.cell.text", text);
    }

    /** A share worked out by a spreadsheet comes with a tail of digits nobody wrote. */
    private static BigDecimal kept(BigDecimal number) {
        return number.scale() > DECIMALS ? number.setScale(DECIMALS, RoundingMode.HALF_UP) : number;
    }

    private boolean fits(BigDecimal number) {
        if (number.abs().compareTo(LARGEST) > 0) {
            problem("reporting.cell.size");
            return false;
        }
        boolean counted = !indicator.rate();
        if (counted && number.signum() < 0) {
            problem("reporting.cell.negative", shown(number));
            return false;
        }
        if (counted && indicator.decimals() == 0 && number.stripTrailingZeros().scale() > 0) {
            problem("reporting.cell.whole", VietnameseNumber.format(number, 6));
            return false;
        }
        return true;
    }

    private @Nullable String reason() {
        String text = VietnameseText.nfc(line.reason().text()).strip();
        return text.isEmpty() ? null : text.substring(0, Math.min(text.length(), LONGEST_REASON));
    }

    private String shown(BigDecimal number) {
        return VietnameseNumber.format(number, Math.max(indicator.decimals(), 2));
    }

    private Optional<BigDecimal> failed(String key, String... arguments) {
        problem(key, arguments);
        return Optional.empty();
    }

    private void problem(String key, String... arguments) {
        problems.add(Problem.of(indicator.code(), line.place(), key, arguments));
    }
}
