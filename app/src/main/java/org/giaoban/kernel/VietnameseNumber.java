package org.giaoban.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Numbers the way Vietnamese offices write them: a point or space groups thousands, a comma starts the decimals.
 *
 * <p>What people type is read by these rules, first match wins: with both marks the last one starts the decimals
 * ({@code 1.234,5} and {@code 1,234.5} are 1234.5); one comma starts decimals ({@code 12,5}, also {@code 1,234} is
 * 1.234); several commas group ({@code 1,234,567}); points before groups of exactly three digits group ({@code 1.234}
 * is 1234) unless the number starts with 0 ({@code 0.125}); one other point starts decimals ({@code 1234.5}). Full-width
 * digits, no-break spaces, the real minus sign and a closing per cent sign are accepted. Anything else is no number.
 */
public final class VietnameseNumber {

    private static final int LONGEST = 40;
    private static final Pattern PLAIN = Pattern.compile("\\d+([.,]\\d+)?");
    private static final Pattern POINT_GROUPS = Pattern.compile("[1-9]\\d{0,2}(\\.\\d{3})+(,\\d+)?");
    private static final Pattern COMMA_GROUPS =
            Pattern.compile("[1-9]\\d{0,2}(,\\d{3})+\\.\\d+|[1-9]\\d{0,2}(,\\d{3}){2,}");
    private static final Pattern SPACE_GROUPS = Pattern.compile("[1-9]\\d{0,2}( \\d{3})+([.,]\\d+)?");

    private VietnameseNumber() {}

    /** The number meant, or empty when the text is none. */
    public static Optional<BigDecimal> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        var plain = ascii(text).strip();
        if (plain.endsWith("%")) {
            plain = plain.substring(0, plain.length() - 1).strip();
        }
        var negative = plain.startsWith("-");
        var digits = negative || plain.startsWith("+") ? plain.substring(1).strip() : plain;
        return unsigned(digits).map(number -> negative ? number.negate() : number);
    }

    private static Optional<BigDecimal> unsigned(String digits) {
        if (POINT_GROUPS.matcher(digits).matches()) {
            return Optional.of(new BigDecimal(digits.replace(".", "").replace(',', '.')));
        }
        if (COMMA_GROUPS.matcher(digits).matches()) {
            return Optional.of(new BigDecimal(digits.replace(",", "")));
        }
        if (PLAIN.matcher(digits).matches() || SPACE_GROUPS.matcher(digits).matches()) {
            return Optional.of(new BigDecimal(digits.replace(" ", "").replace(',', '.')));
        }
        return Optional.empty();
    }

    /** Written for people, rounded half up, without needless zeros: {@code 1.234,5}. */
    public static String format(BigDecimal number, int maxDecimals) {
        var symbols = new DecimalFormatSymbols(Locale.ROOT);
        symbols.setGroupingSeparator('.');
        symbols.setDecimalSeparator(',');
        var format = new DecimalFormat("#,##0", symbols);
        format.setMaximumFractionDigits(maxDecimals);
        return format.format(number.setScale(maxDecimals, RoundingMode.HALF_UP));
    }

    private static String ascii(String text) {
        var plain = new StringBuilder(text.length());
        text.chars().map(VietnameseNumber::ascii).forEach(c -> plain.append((char) c));
        return plain.toString();
    }

    /** Not compatibility normalisation, which would read a superscript (10²) as one more digit. */
    private static int ascii(int c) {
        if (c >= '！' && c <= '～') {
            return c - '！' + '!';
        }
        if (c == '\u2212' || c == '\u2013') {
            return '-';
        }
        return c == '\u00A0' || Character.isSpaceChar(c) ? ' ' : c;
    }
}
