package org.giaoban.indicators;

import java.math.BigDecimal;
import java.util.Comparator;
import org.giaoban.indicators.Sheet.Amount;
import org.jspecify.annotations.Nullable;

/** What one unit said about one indicator over the stored periods of one grain; used again for the next unit. */
final class UnitSum {

    private static final Comparator<@Nullable BigDecimal> NULLS_LAST =
            Comparator.nullsLast(Comparator.<BigDecimal>naturalOrder());

    private int entries;
    private int accepted;
    private int amounts;
    private int shares;
    private int qualifiers;
    private int saidUntil;
    private int absence;
    private long version;
    private int latestPlace;
    private int latestQualifier;
    private @Nullable Amount latest;
    private @Nullable BigDecimal total;
    private @Nullable BigDecimal numerators;
    private @Nullable BigDecimal denominators;

    void clear() {
        if (entries == 0) {
            return;
        }
        entries = 0;
        accepted = 0;
        amounts = 0;
        shares = 0;
        qualifiers = 0;
        saidUntil = 0;
        absence = 0;
        version = 0;
        latestPlace = 0;
        latestQualifier = 0;
        latest = null;
        total = null;
        numerators = null;
        denominators = null;
    }

    void add(Sheet sheet, int at, int place) {
        entries++;
        accepted += sheet.accepted(at) ? 1 : 0;
        version += sheet.version(at);
        qualifiers |= sheet.qualifier(at);
        var amount = sheet.amount(at);
        if (amount == null) {
            absence = absence == 0 ? sheet.absence(at) : Math.min(absence, sheet.absence(at));
        } else {
            add(amount, sheet.qualifier(at), place);
        }
        if (sheet.absence(at) != Sheet.NOT_REPORTED) {
            saidUntil = Math.max(saidUntil, place);
        }
    }

    private void add(Amount amount, int qualifier, int place) {
        amounts++;
        shares += amount.denominator() == null ? 0 : 1;
        total = RollUp.sum(total, amount.value());
        numerators = RollUp.sum(numerators, amount.numerator());
        denominators = RollUp.sum(denominators, amount.denominator());
        var before = latest;
        if (before == null || place > latestPlace || place == latestPlace && goesBefore(amount, before)) {
            latest = amount;
            latestPlace = place;
            latestQualifier = qualifier;
        }
    }

    /** The same days under two names ("six months", "first half"): the larger one, so that the order does not matter. */
    private static boolean goesBefore(Amount one, Amount other) {
        return Comparator.comparing(Amount::value)
                        .thenComparing(Amount::numerator, NULLS_LAST)
                        .thenComparing(Amount::denominator, NULLS_LAST)
                        .compare(one, other)
                > 0;
    }

    /** Whether all it said was accepted by the unit above. */
    boolean accepted() {
        return accepted == entries;
    }

    boolean any() {
        return entries > 0;
    }

    /** The place of the last month for which the unit said anything, 0 for none. */
    int saidUntil() {
        return saidUntil;
    }

    int amounts() {
        return amounts;
    }

    int absence() {
        return absence;
    }

    long version() {
        return version;
    }

    @Nullable
    BigDecimal total() {
        return total;
    }

    @Nullable
    BigDecimal value(boolean takesLast) {
        return takesLast ? latest == null ? null : latest.value() : total;
    }

    @Nullable
    BigDecimal numerator(boolean takesLast) {
        return takesLast ? latest == null ? null : latest.numerator() : numerators;
    }

    @Nullable
    BigDecimal denominator(boolean takesLast) {
        return takesLast ? latest == null ? null : latest.denominator() : denominators;
    }

    int qualifiers(boolean takesLast) {
        return takesLast ? latestQualifier : qualifiers;
    }

    /** Values that came without their parts. */
    int bare(boolean takesLast) {
        if (takesLast) {
            return latest != null && latest.denominator() == null ? 1 : 0;
        }
        return amounts - shares;
    }
}
