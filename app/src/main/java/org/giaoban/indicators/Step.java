package org.giaoban.indicators;

import java.math.BigDecimal;
import java.util.Arrays;
import org.giaoban.indicators.Tally.Heads;
import org.giaoban.indicators.Tally.Sums;
import org.jspecify.annotations.Nullable;

/**
 * A tally that can be taken away again, because it counts what a tally only notes: how many units had a value, and with
 * which qualifiers. Also the difference of two tallies.
 */
final class Step {

    static final int AMOUNTS = 0;
    static final int PRESENT = 1;
    static final int ACCEPTED = 2;
    static final int PARTIAL = 3;
    static final int NONE = 4;
    static final int NOT_APPLICABLE = 5;
    static final int BARE = 6;
    static final int SHARES = 7;
    private static final int QUALIFIED = 8;
    private static final int[] QUALIFIERS = {1, 2, 4, Tally.PART};
    static final int COUNTS = QUALIFIED + QUALIFIERS.length;

    static final int VALUE = 0;
    static final int EVERY = 1;
    static final int NUMERATOR = 2;
    static final int DENOMINATOR = 3;
    static final int SUMS = 4;

    private final BigDecimal[] sums = new BigDecimal[SUMS];
    private final int[] counts = new int[COUNTS];
    private long version;

    Step() {
        Arrays.fill(sums, BigDecimal.ZERO);
    }

    /**
     * Adds what a single unit said, or takes it away.
     *
     * @param share the part of the unit that counts here
     * @param times in how many branches a part of it counts
     */
    void add(Tally unit, int sign, BigDecimal share, int times) {
        var factor = sign > 0 ? share : share.negate();
        var parts = unit.sums();
        add(VALUE, parts.value(), factor);
        add(EVERY, parts.every(), factor);
        add(NUMERATOR, parts.numerator(), factor);
        add(DENOMINATOR, parts.denominator(), factor);
        var heads = unit.heads();
        counts[AMOUNTS] += parts.value() == null ? 0 : sign;
        counts[SHARES] += parts.denominator() == null ? 0 : sign;
        counts[PRESENT] += sign * heads.present();
        counts[ACCEPTED] += sign * heads.accepted();
        counts[PARTIAL] += sign * heads.partial();
        counts[NONE] += sign * heads.none();
        counts[NOT_APPLICABLE] += sign * heads.notApplicable();
        counts[BARE] += sign * heads.bare() * times;
        var marks = unit.qualifiers() | (share.compareTo(BigDecimal.ONE) == 0 ? 0 : Tally.PART);
        for (var at = 0; at < QUALIFIERS.length; at++) {
            counts[QUALIFIED + at] += (marks & QUALIFIERS[at]) == 0 ? 0 : sign;
        }
        version += sign * unit.version() * times;
    }

    private void add(int sum, @Nullable BigDecimal amount, BigDecimal factor) {
        if (amount != null) {
            sums[sum] = sums[sum].add(factor.equals(BigDecimal.ONE) ? amount : amount.multiply(factor));
        }
    }

    Step add(Step other) {
        for (var at = 0; at < SUMS; at++) {
            sums[at] = sums[at].add(other.sums[at]);
        }
        for (var at = 0; at < COUNTS; at++) {
            counts[at] += other.counts[at];
        }
        version += other.version;
        return this;
    }

    /** The same with the other sign. */
    Step negated() {
        var negated = new Step();
        for (var at = 0; at < SUMS; at++) {
            negated.sums[at] = sums[at].negate();
        }
        for (var at = 0; at < COUNTS; at++) {
            negated.counts[at] = -counts[at];
        }
        negated.version = -version;
        return negated;
    }

    boolean nothing() {
        return version == 0
                && Arrays.stream(counts).allMatch(count -> count == 0)
                && Arrays.stream(sums).allMatch(sum -> sum.signum() == 0);
    }

    Tally tally() {
        var qualifiers = 0;
        for (var at = 0; at < QUALIFIERS.length; at++) {
            qualifiers |= counts[QUALIFIED + at] > 0 ? QUALIFIERS[at] : 0;
        }
        var shares = counts[SHARES] > 0;
        var amounts = counts[AMOUNTS] > 0;
        return new Tally(
                new Sums(
                        amounts ? plain(VALUE) : null,
                        amounts ? plain(EVERY) : null,
                        shares ? plain(NUMERATOR) : null,
                        shares ? plain(DENOMINATOR) : null),
                new Heads(
                        counts[PRESENT],
                        counts[PARTIAL],
                        counts[NONE],
                        counts[NOT_APPLICABLE],
                        counts[BARE],
                        counts[ACCEPTED]),
                qualifiers,
                version);
    }

    private BigDecimal plain(int sum) {
        var stripped = sums[sum].stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** Most steps have few of these, so a mask says which follow. */
    void write(PackedWriter out) {
        var same = sums[EVERY].compareTo(sums[VALUE]) == 0;
        var mask = version == 0 ? 0 : 1;
        for (var at = 0; at < SUMS; at++) {
            var written = at == EVERY ? !same : sums[at].signum() != 0;
            mask |= written ? 2 << at : 0;
        }
        for (var at = 0; at < COUNTS; at++) {
            mask |= counts[at] == 0 ? 0 : 2 << SUMS + at;
        }
        out.number(mask);
        if (version != 0) {
            out.number(version);
        }
        for (var at = 0; at < SUMS; at++) {
            if ((mask & 2 << at) != 0) {
                out.decimal(sums[at]);
            }
        }
        for (var count : counts) {
            if (count != 0) {
                out.number(count);
            }
        }
    }

    static Step read(PackedReader in) {
        var step = new Step();
        var mask = (int) in.number();
        step.version = (mask & 1) == 0 ? 0 : in.number();
        for (var at = 0; at < SUMS; at++) {
            if ((mask & 2 << at) != 0) {
                step.sums[at] = in.decimal();
            } else if (at == EVERY) {
                step.sums[at] = step.sums[VALUE];
            }
        }
        for (var at = 0; at < COUNTS; at++) {
            step.counts[at] = (mask & 2 << SUMS + at) == 0 ? 0 : (int) in.number();
        }
        return step;
    }
}
