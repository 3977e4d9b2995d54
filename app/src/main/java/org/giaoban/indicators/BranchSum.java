package org.giaoban.indicators;

import java.math.BigDecimal;
import org.giaoban.indicators.RollUp.Weight;
import org.giaoban.indicators.Tally.Heads;
import org.giaoban.indicators.Tally.Sums;
import org.jspecify.annotations.Nullable;

/** What the units of one branch said about one indicator, while it is being added up. */
final class BranchSum {

    private @Nullable BigDecimal value;
    private @Nullable BigDecimal every;
    private @Nullable BigDecimal numerator;
    private @Nullable BigDecimal denominator;
    private int present;
    private int partial;
    private int none;
    private int notApplicable;
    private int bare;
    private int accepted;
    private int qualifiers;
    private long version;

    void add(UnitSum said, boolean takesLast, @Nullable Weight weight) {
        value = RollUp.sum(value, part(said.value(takesLast), weight));
        every = RollUp.sum(every, part(said.total(), weight));
        numerator = RollUp.sum(numerator, part(said.numerator(takesLast), weight));
        denominator = RollUp.sum(denominator, part(said.denominator(takesLast), weight));
        bare += said.bare(takesLast);
        qualifiers |= said.qualifiers(takesLast) | (weight == null ? 0 : weight.mark());
    }

    private static @Nullable BigDecimal part(@Nullable BigDecimal amount, @Nullable Weight weight) {
        return amount == null || weight == null ? amount : amount.multiply(weight.share());
    }

    void count(UnitSum said, int last) {
        var before = present + partial + none + notApplicable;
        countIn(said, last);
        accepted += said.accepted() && present + partial + none + notApplicable > before ? 1 : 0;
    }

    private void countIn(UnitSum said, int last) {
        if (said.amounts() > 0) {
            if (said.saidUntil() == last) {
                present++;
            } else {
                partial++;
            }
        } else if (said.absence() == Sheet.NONE) {
            none++;
        } else if (said.absence() == Sheet.NOT_APPLICABLE) {
            notApplicable++;
        }
    }

    void addVersion(UnitSum grain) {
        version += grain.version();
    }

    Tally tally() {
        return new Tally(
                new Sums(value, every, numerator, denominator),
                new Heads(present, partial, none, notApplicable, bare, accepted),
                qualifiers,
                version);
    }
}
