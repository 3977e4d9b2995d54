package org.giaoban.indicators;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.giaoban.indicators.OwnerRepository.Owner;
import org.giaoban.indicators.RollUp.Leaf;

/** In whose totals a unit counts, by the months of a year. */
record Placement(List<Stay> months) {

    static final Placement NOWHERE = new Placement(java.util.Collections.nCopies(Run.MONTHS, Stay.NONE));

    /** A unit in whose total a unit counts: with what share of it, and in how many of its branches a part of that lies. */
    record Above(Owner owner, BigDecimal share, int times) {}

    /**
     * Where a unit counts on the last day of a month.
     *
     * @param spokeUntil the last month it spoke for, when it has ended since; otherwise {@link Leaf#THROUGHOUT}
     */
    record Stay(int spokeUntil, List<Above> above) {

        static final Stay NONE = new Stay(Leaf.THROUGHOUT, List.of());

        /** The place of the last month it spoke for, counted from a month on. */
        int until(int from) {
            return spokeUntil == Leaf.THROUGHOUT ? Leaf.THROUGHOUT : spokeUntil - from + 1;
        }
    }

    /** Where it counts in totals that end with the month. */
    Stay in(int month) {
        return months.get(month - 1);
    }

    PackedWriter packed() {
        var out = new PackedWriter();
        for (var month = 0; month < months.size(); month++) {
            var stay = months.get(month);
            var same = month > 0 && stay.equals(months.get(month - 1));
            out.number(same ? -1 : stay.above().size());
            if (!same) {
                out.number(stay.spokeUntil());
                for (var above : stay.above()) {
                    out.number(above.owner().number());
                    out.number(above.owner().cell());
                    out.decimal(above.share());
                    out.number(above.times());
                }
            }
        }
        return out;
    }

    static Placement read(byte[] bytes) {
        var in = new PackedReader(bytes);
        var months = new ArrayList<Stay>();
        while (in.more()) {
            var size = (int) in.number();
            months.add(size < 0 ? months.getLast() : stay(in, size));
        }
        return new Placement(months);
    }

    private static Stay stay(PackedReader in, int size) {
        var spokeUntil = (int) in.number();
        var above = new ArrayList<Above>();
        for (var number = 0; number < size; number++) {
            var owner = new Owner((int) in.number(), (short) in.number());
            above.add(new Above(owner, in.decimal(), (int) in.number()));
        }
        return new Stay(spokeUntil, above);
    }
}
