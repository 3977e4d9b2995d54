package org.giaoban.spreadsheets;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What stands in a cell: its text as written, and the number when it is one. */
public record Cell(Kind kind, String text, @Nullable BigDecimal number) {

    /** What a cell holds. A percent's number is what is shown (16,7), not the fraction behind it. */
    public enum Kind {
        EMPTY,
        TEXT,
        NUMBER,
        PERCENT,
        DATE,
        /** A formula that came to nothing; the text names the error. */
        ERROR
    }

    public static final Cell EMPTY = new Cell(Kind.EMPTY, "", null);

    // Spreadsheets calculate with 15 significant digits; what comes after is noise of binary fractions.
    private static final MathContext DIGITS = new MathContext(15);

    private static final int LONGEST_NUMBER = 40;
    private static final double LARGEST = 1e24;
    private static final double SMALLEST = 1e-24;

    /** A cell somebody typed. */
    public static Cell text(String text) {
        return text.isBlank() ? EMPTY : new Cell(Kind.TEXT, text, null);
    }

    /** A cell a program filled; nothing when it gave none. */
    public static Cell number(@Nullable BigDecimal number) {
        return number == null ? EMPTY : new Cell(Kind.NUMBER, number.toString(), number);
    }

    static Cell error(String name) {
        return new Cell(Kind.ERROR, name, null);
    }

    static Cell number(String written, Kind kind) {
        return parse(written)
                .map(number -> kind == Kind.PERCENT ? number.movePointRight(2) : number)
                .map(number -> new Cell(kind, written, plain(number)))
                .orElseGet(() -> error(written));
    }

    private static Optional<BigDecimal> parse(String written) {
        try {
            if (written.length() > LONGEST_NUMBER) {
                return Optional.empty();
            }
            double size = Math.abs(Double.parseDouble(written));
            // Exact arithmetic with a billion digits, before or behind the comma, would never end.
            if (!(size < LARGEST)) {
                return Optional.empty();
            }
            return Optional.of(size < SMALLEST ? BigDecimal.ZERO : new BigDecimal(written.strip()).round(DIGITS));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
