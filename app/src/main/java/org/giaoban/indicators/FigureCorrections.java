package org.giaoban.indicators;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import org.giaoban.indicators.RollUp.Span;
import org.giaoban.organization.Organization;
import org.giaoban.organization.Unit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happened behind a printed figure since, without saying where: for readers who may not see the rows. */
@Service
@Transactional(readOnly = true)
public class FigureCorrections {

    /** Behind more units nobody counts for a public page. */
    private static final int MOST_UNITS = 500;

    private final FactRepository facts;
    private final OwnerRepository owners;
    private final Indicators indicators;
    private final Organization organization;

    FigureCorrections(FactRepository facts, OwnerRepository owners, Indicators indicators, Organization organization) {
        this.facts = facts;
        this.owners = owners;
        this.indicators = indicators;
        this.organization = organization;
    }

    /** How many values behind the figure gave way to others since it was printed, and when the last did. */
    public record Since(int values, @Nullable Instant last) {}

    public Since of(FrozenFigure frozen) {
        var period = frozen.ref().period();
        var units = organization.subtree(frozen.ref().unit(), period.lastDay()).stream()
                .map(Unit::id)
                .toList();
        if (units.size() > MOST_UNITS) {
            return new Since(0, null);
        }
        var known = owners.of(units);
        var indicator = indicators.get(frozen.ref().indicator(), period.lastDay());
        if (known.isEmpty()) {
            return new Since(0, null);
        }
        var keys = StoredPeriods.of(0, period).stream()
                .map(Span::period)
                .distinct()
                .toList();
        var moved = facts.past(indicator.id(), known.values(), keys).stream()
                .map(row -> row.replacedAt())
                .filter(Objects::nonNull)
                .filter(at -> !at.isBefore(frozen.asOf()))
                .toList();
        return new Since(
                moved.size(), moved.stream().max(Comparator.naturalOrder()).orElse(null));
    }
}
