package org.giaoban.reorganisation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Refused;

/** Percents as people type them, and shares as plans keep them. */
final class Shares {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int KEPT = 8;
    private static final int SHOWN = 6;

    private Shares() {}

    static String percents(BigDecimal share) {
        return Formats.number(share.movePointRight(2), SHOWN);
    }

    static Giver giver(String code, EventForm.Part part) {
        return part.percents().isEmpty()
                ? Giver.whole(code)
                : new Giver(code, share(part.percents()), part.estimated());
    }

    /** The targets with their shares; when nobody typed any, equal ones that count as estimates. */
    static List<Target> divide(List<EventForm.Row> rows) {
        var unsaid = rows.stream().allMatch(row -> row.part().percents().isEmpty());
        var targets = new ArrayList<Target>();
        for (var row : rows) {
            var target = EventForm.target(row);
            targets.add(
                    unsaid
                            ? target.share(PastedTable.part(targets.size(), rows.size()), rows.size() > 1)
                            : target.share(
                                    share(row.part().percents()), row.part().estimated()));
        }
        var sum = targets.stream().map(Target::share).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (!targets.isEmpty() && sum.compareTo(BigDecimal.ONE) != 0) {
            throw new Refused("reorganisation.form.sum", percents(sum));
        }
        return targets;
    }

    /** "33,3" and "33.3 %" alike. */
    private static BigDecimal share(String typed) {
        var number = typed.replace("%", "").replace("\u00a0", "").strip().replace(',', '.');
        if (!number.matches("[0-9]{1,3}(\\.[0-9]{1,6})?")) {
            throw new Refused("reorganisation.form.no-share", typed);
        }
        return new BigDecimal(number).divide(HUNDRED, KEPT, RoundingMode.HALF_UP);
    }
}
