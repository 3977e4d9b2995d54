package org.giaoban.indicators;

import static org.giaoban.indicators.db.Tables.FROZEN_FIGURE;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.Figure;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.Uuid7;
import org.giaoban.organization.Unit;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Figures that texts print: many kept at once, and those that are other figures by now with the texts that print them. */
@Repository
@Transactional
public class PrintedFigures {

    private static final int LOOKED_AT = 1_000;

    private final DSLContext db;
    private final FrozenRepository repository;
    private final FrozenFigures frozen;
    private final OwnerRepository owners;
    private final Indicators indicators;
    private final Origins origins;
    private final Access access;
    private final CurrentViewer viewer;
    private final Clock clock;

    PrintedFigures(
            DSLContext db,
            FrozenRepository repository,
            FrozenFigures frozen,
            OwnerRepository owners,
            Indicators indicators,
            Origins origins,
            Access access,
            CurrentViewer viewer,
            Clock clock) {
        this.db = db;
        this.repository = repository;
        this.frozen = frozen;
        this.owners = owners;
        this.indicators = indicators;
        this.origins = origins;
        this.access = access;
        this.viewer = viewer;
        this.clock = clock;
    }

    /** A printed figure that is another one now, and where it stands. */
    public record Changed(FrozenFigure frozen, Indicator indicator, List<FigureUses.Use> uses) {}

    /** Keeps what a text prints of one unit and period, as it prints it; by indicator. Unknown codes are left out. */
    public Map<String, UUID> keep(Unit unit, Period period, Map<String, Figure> printed) {
        var owner = owners.register(unit).number();
        var known = indicators.catalogue(period.lastDay()).stream()
                .filter(indicator -> printed.containsKey(indicator.code()))
                .collect(Collectors.toMap(Indicator::code, Indicator::id));
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var by = viewer.find().orElse(Viewer.SYSTEM).account();
        var ids = new LinkedHashMap<String, UUID>();
        known.keySet().forEach(code -> ids.put(code, Uuid7.next()));
        db.batch(known.entrySet().stream()
                        .map(one -> {
                            var figure = Objects.requireNonNull(printed.get(one.getKey()));
                            return db.insertInto(FROZEN_FIGURE)
                                    .set(FROZEN_FIGURE.ID, ids.get(one.getKey()))
                                    .set(FROZEN_FIGURE.UNIT_NO, owner)
                                    .set(FROZEN_FIGURE.INDICATOR_ID, one.getValue())
                                    .set(FROZEN_FIGURE.PERIOD, PeriodKey.of(period))
                                    .set(FROZEN_FIGURE.VERSION, 0L)
                                    .set(FROZEN_FIGURE.VALUE, FactWriter.value(figure))
                                    .set(FROZEN_FIGURE.NUMERATOR, FactWriter.numerator(figure))
                                    .set(FROZEN_FIGURE.DENOMINATOR, FactWriter.denominator(figure))
                                    .set(FROZEN_FIGURE.QUALIFIER, FactWriter.qualifier(figure))
                                    .set(FROZEN_FIGURE.ABSENCE, FactWriter.absence(figure))
                                    .set(FROZEN_FIGURE.FROZEN_AT, at)
                                    .set(FROZEN_FIGURE.FROZEN_BY_ACCOUNT_ID, by);
                        })
                        .toList())
                .execute();
        return ids;
    }

    /** What was kept of each figure, as one line that changes when any of it does; for seals. Unknown ids are left out. */
    @Transactional(readOnly = true)
    public Map<UUID, String> fingerprints(Collection<UUID> ids) {
        var prints = new LinkedHashMap<UUID, String>();
        if (!ids.isEmpty()) {
            repository.byId(ids).forEach(row -> prints.put(row.id(), print(row)));
        }
        return prints;
    }

    private static String print(FrozenRepository.Frozen row) {
        var figure = row.figure();
        return String.join(
                "|",
                row.unit().toString(),
                row.indicator(),
                String.valueOf(row.period()),
                String.valueOf(row.version()),
                row.at().toString(),
                plain(FactWriter.value(figure)),
                plain(FactWriter.numerator(figure)),
                plain(FactWriter.denominator(figure)),
                String.valueOf(FactWriter.qualifier(figure)),
                String.valueOf(FactWriter.absence(figure)));
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "-" : number.stripTrailingZeros().toPlainString();
    }

    /** Of the newest thousand printed figures the viewer may read, those that a text still prints and that have changed. */
    @Transactional(readOnly = true)
    public List<Changed> changed() {
        var rows = repository.newest(access.scope(Capability.FIGURES_READ), LOOKED_AT);
        var uses = origins.uses(rows);
        var stands = rows.stream().filter(uses::containsKey).toList();
        var compared = frozen.of(stands);
        return stands.stream()
                .map(compared::get)
                .filter(one -> one != null && one.corrected())
                .map(one -> new Changed(
                        one,
                        indicators.get(one.ref().indicator(), one.ref().period().lastDay()),
                        uses.getOrDefault(one.id(), List.of())))
                .toList();
    }
}
