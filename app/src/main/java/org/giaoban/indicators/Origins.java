package org.giaoban.indicators;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.giaoban.identity.Accounts;
import org.giaoban.indicators.FactOrigins.Origin;
import org.giaoban.indicators.FactRepository.Row;
import org.giaoban.indicators.Passport.Correction;
import org.giaoban.indicators.Passport.Entered;
import org.giaoban.indicators.Passport.Printed;
import org.giaoban.indicators.Passport.Value;
import org.giaoban.indicators.RollUp.Span;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Unit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Follows values to their sources, and figures to the texts that carry them; the modules above tell both. */
@Component
class Origins {

    private final FactRepository facts;
    private final OwnerRepository owners;
    private final FrozenFigures frozen;
    private final Accounts accounts;
    private final ObjectProvider<FactOrigins> origins;
    private final ObjectProvider<FigureUses> uses;

    Origins(
            FactRepository facts,
            OwnerRepository owners,
            FrozenFigures frozen,
            Accounts accounts,
            ObjectProvider<FactOrigins> origins,
            ObjectProvider<FigureUses> uses) {
        this.facts = facts;
        this.owners = owners;
        this.frozen = frozen;
        this.accounts = accounts;
        this.origins = origins;
        this.uses = uses;
    }

    List<Value> present(Indicator indicator, Collection<Unit> units, Period period) {
        var known = owners.of(units.stream().map(Unit::id).toList());
        return known.isEmpty() ? List.of() : told(facts.rows(indicator.id(), known.values(), keys(period)), units);
    }

    List<Value> past(Indicator indicator, Collection<Unit> units, Period period) {
        var known = owners.of(units.stream().map(Unit::id).toList());
        return known.isEmpty() ? List.of() : told(facts.past(indicator.id(), known.values(), keys(period)), units);
    }

    /** Every value that gave way to another one, the latest first. */
    List<Correction> corrected(Indicator indicator, List<Value> present, List<Value> past) {
        var after = new HashMap<List<Object>, Value>();
        Stream.concat(present.stream(), past.stream())
                .forEach(value -> after.put(place(value, value.version()), value));
        var found = past.stream()
                .filter(value -> after.containsKey(place(value, value.version() + 1)))
                .map(value ->
                        new Correction(value, Objects.requireNonNull(after.get(place(value, value.version() + 1))), ""))
                .sorted(Comparator.comparing(
                                (Correction one) -> one.after().entered().at())
                        .reversed())
                .toList();
        var reasons = reasons(indicator, found);
        return found.stream()
                .map(one -> new Correction(one.before(), one.after(), reasons.getOrDefault(said(one), "")))
                .toList();
    }

    private static List<Object> place(Value value, int version) {
        return List.of(value.unit().id(), value.period(), version);
    }

    private static FactOrigins.Said said(Correction one) {
        return new FactOrigins.Said(one.after().source(), one.after().entered().at());
    }

    private Map<FactOrigins.Said, String> reasons(Indicator indicator, List<Correction> found) {
        var said = found.stream().map(Origins::said).distinct().toList();
        Map<FactOrigins.Said, String> reasons = new HashMap<>();
        if (!said.isEmpty()) {
            origins.forEach(source -> reasons.putAll(source.reasons(indicator.code(), said)));
        }
        return reasons;
    }

    List<Printed> printed(UnitId unit, Indicator indicator, Period period) {
        var figures = frozen.of(unit, indicator, period);
        var texts = uses(figures.stream().map(FrozenFigure::id).toList());
        return figures.stream()
                .filter(figure -> texts.containsKey(figure.id()))
                .map(figure -> new Printed(figure, Objects.requireNonNull(texts.get(figure.id()))))
                .toList();
    }

    Map<UUID, List<FigureUses.Use>> uses(Collection<UUID> frozenIds) {
        Map<UUID, List<FigureUses.Use>> all = new HashMap<>();
        if (!frozenIds.isEmpty()) {
            uses.forEach(source -> source.uses(frozenIds).forEach((id, found) -> all.merge(id, found, Origins::both)));
        }
        return all;
    }

    private static List<FigureUses.Use> both(List<FigureUses.Use> one, List<FigureUses.Use> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    private static List<Integer> keys(Period period) {
        return StoredPeriods.of(0, period).stream().map(Span::period).distinct().toList();
    }

    private List<Value> told(List<Row> rows, Collection<Unit> units) {
        var byId = units.stream().collect(Collectors.toMap(Unit::id, Function.identity()));
        var names = accounts.names(rows.stream().map(Row::by).distinct().toList());
        var known = origins(rows);
        return rows.stream()
                .map(row -> new Value(
                        Objects.requireNonNull(byId.get(row.unit())),
                        PeriodKey.period(row.period()),
                        row.figure(),
                        row.version(),
                        row.source().id(),
                        row.place(),
                        known.getOrDefault(
                                row.source().id(), new Origin(row.source().label(), "", null, null, null)),
                        new Entered(name(names, row.by()), row.at()),
                        row.replacedAt()))
                .toList();
    }

    private static String name(Map<AccountId, String> names, AccountId account) {
        return names.getOrDefault(account, "");
    }

    /** One question per kind of source, for all values at once. */
    private Map<UUID, Origin> origins(List<Row> rows) {
        Map<UUID, Origin> known = new HashMap<>();
        var byKind = rows.stream()
                .map(Row::source)
                .collect(Collectors.groupingBy(
                        FactSource::kind, Collectors.mapping(FactSource::id, Collectors.toSet())));
        origins.forEach(source -> {
            var ids = byKind.get(source.sourceKind());
            if (ids != null) {
                known.putAll(source.origins(ids));
            }
        });
        return known;
    }
}
