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

    private static final int PARTIAL_MARK = QUALIFIED + QUALIFIERS.length - 1;

    private final BigDecimal[] sums = new BigDecimal[SUMS];
    private final int[] counts = new int[COUNTS];
    private long version;

    /** How many single units were added; only known until it is stored. */
    private int units;

    Step() {
        Arrays.fill(sums, BigDecimal.ZERO);
    }

    /**
     * Adds what a single unit said, or takes it away.
     *
     * @param last the place of the last month of the run, 0 for a unit that ended before it and is counted no more
     */
    void add(UnitSum said, boolean takesLast, int last, long saidVersion, int sign) {
        add(VALUE, said.value(takesLast), sign);
        add(EVERY, said.total(), sign);
        add(NUMERATOR, said.numerator(takesLast), sign);
        add(DENOMINATOR, said.denominator(takesLast), sign);
        counts[AMOUNTS] += said.value(takesLast) == null ? 0 : sign;
        counts[SHARES] += said.denominator(takesLast) == null ? 0 : sign;
        counts[BARE] += sign * said.bare(takesLast);
        var marks = said.qualifiers(takesLast);
        for (var at = 0; marks != 0 && at < QUALIFIERS.length; at++) {
            counts[QUALIFIED + at] += (marks & QUALIFIERS[at]) == 0 ? 0 : sign;
        }
        var answer = last == 0 ? AMOUNTS : answer(said, last);
        if (answer != AMOUNTS) {
            counts[answer] += sign;
            counts[ACCEPTED] += said.accepted() ? sign : 0;
        }
        version += sign * saidVersion;
        units += sign;
    }

    /** As what the unit is counted; as nothing when it said that it has no data. */
    private static int answer(UnitSum said, int last) {
        if (said.amounts() > 0) {
            return said.saidUntil() == last ? PRESENT : PARTIAL;
        }
        return switch (said.absence()) {
            case Sheet.NONE -> NONE;
            case Sheet.NOT_APPLICABLE -> NOT_APPLICABLE;
            default -> AMOUNTS;
        };
    }

    private void add(int sum, @Nullable BigDecimal amount, int sign) {
        if (amount != null) {
            sums[sum] = sign > 0 ? sums[sum].add(amount) : sums[sum].subtract(amount);
        }
    }

    /**
     * Adds the units of one place to a total above it, or takes them away.
     *
     * @param share the part of them that counts there, negative when it is taken away
     * @param times in how many branches a part of each counts, negative likewise
     */
    void add(Step place, BigDecimal share, int times) {
        var sign = Integer.signum(times);
        var whole = share == BigDecimal.ONE || share.abs().compareTo(BigDecimal.ONE) == 0;
        for (var at = 0; at < SUMS; at++) {
            if (place.sums[at].signum() != 0) {
                add(at, whole ? place.sums[at] : place.sums[at].multiply(share.abs()), sign);
            }
        }
        for (var at = 0; at < COUNTS; at++) {
            counts[at] += place.counts[at] * (at == BARE ? times : sign);
        }
        counts[PARTIAL_MARK] += whole ? 0 : sign * place.units;
        version += times * place.version;
    }

    Step add(Step other) {
        for (var at = 0; at < SUMS; at++) {
            if (other.sums[at].signum() != 0) {
                sums[at] = sums[at].add(other.sums[at]);
            }
        }
        for (var at = 0; at < COUNTS; at++) {
            counts[at] += other.counts[at];
        }
        version += other.version;
        return this;
    }

    boolean nothing() {
        var something = version != 0;
        for (var count : counts) {
            something |= count != 0;
        }
        for (var sum : sums) {
            something |= sum.signum() != 0;
        }
        return !something;
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
