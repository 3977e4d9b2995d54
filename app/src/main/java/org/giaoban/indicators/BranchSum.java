package org.giaoban.indicators;

import java.math.BigDecimal;
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
    private int qualifiers;
    private long version;

    void add(UnitSum said, boolean takesLast, int last) {
        value = RollUp.sum(value, said.value(takesLast));
        every = RollUp.sum(every, said.total());
        numerator = RollUp.sum(numerator, said.numerator(takesLast));
        denominator = RollUp.sum(denominator, said.denominator(takesLast));
        bare += said.bare(takesLast);
        qualifiers |= said.qualifiers(takesLast);
        count(said, last);
    }

    private void count(UnitSum said, int last) {
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

    void addVersions(UnitSum... grains) {
        for (var grain : grains) {
            version += grain.version();
        }
    }

    Tally tally() {
        return new Tally(
                new Sums(value, every, numerator, denominator),
                new Heads(present, partial, none, notApplicable, bare),
                qualifiers,
                version);
    }
}
