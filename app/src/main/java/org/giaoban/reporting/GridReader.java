package org.giaoban.reporting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.giaoban.indicators.Indicator;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Unit;
import org.springframework.stereotype.Component;

/** Reads the returns of many units for one form and period as they stand, with a handful of statements for all of them. */
@Component
class GridReader {

    private final ReturnStore store;
    private final ContentsRepository contents;
    private final Examination examination;

    GridReader(ReturnStore store, ContentsRepository contents, Examination examination) {
        this.store = store;
        this.contents = contents;
        this.examination = examination;
    }

    /** What is asked of every unit. */
    record Asked(Form form, Period period, Map<String, Indicator> indicators) {

        ReturnKey key(Unit unit) {
            return new ReturnKey(unit, form, period);
        }
    }

    Asked asked(Form form, Period period) {
        return new Asked(form, period, examination.indicators(form, period));
    }

    /** In the order of the units. */
    List<GridRow> rows(Asked asked, List<Unit> units) {
        var ids = units.stream().map(Unit::id).toList();
        var returns = store.returns().of(ids, asked.form(), asked.period()).stream()
                .collect(Collectors.toMap(ReturnRow::unit, Function.identity()));
        var typed = typed(returns);
        var readings = new HashMap<Unit, ReturnReading>();
        units.forEach(unit ->
                readings.put(unit, ScreenReader.read(fields(typed, unit), asked.form(), asked.indicators())));
        var before = examination.before(ids, asked.period());
        var examined = examination.of(asked, readings, before);
        return units.stream()
                .map(unit -> {
                    var row = Optional.ofNullable(returns.get(unit.id()));
                    return new GridRow(
                            asked.key(unit),
                            row,
                            fields(typed, unit),
                            Optional.ofNullable(typed.get(unit.id()))
                                    .map(Typed::draft)
                                    .orElse(false),
                            readings.getOrDefault(unit, new ReturnReading(Content.NOTHING, List.of())),
                            examined.getOrDefault(unit.id(), new Examined(List.of(), List.of())),
                            before.getOrDefault(unit.id(), Map.of()));
                })
                .toList();
    }

    /** What stands in the fields, and whether it is not saved as a version yet. */
    private record Typed(Fields fields, boolean draft) {}

    private static Fields fields(Map<UnitId, Typed> typed, Unit unit) {
        var one = typed.get(unit.id());
        return one == null ? new Fields(Map.of()) : one.fields();
    }

    private Map<UnitId, Typed> typed(Map<UnitId, ReturnRow> returns) {
        var open = returns.values().stream()
                .filter(row -> !row.state().received())
                .map(ReturnRow::id)
                .toList();
        var drafts = store.drafts().find(open);
        var versions = contents.newest(returns.values().stream()
                .map(row -> row.id().value())
                .filter(id -> !drafts.containsKey(id))
                .toList());
        var typed = new HashMap<UnitId, Typed>();
        returns.forEach((unit, row) -> {
            var draft = drafts.get(row.id().value());
            typed.put(
                    unit,
                    draft != null
                            ? new Typed(new Fields(draft.fields()), true)
                            : new Typed(
                                    Fields.of(versions.getOrDefault(row.id().value(), Content.NOTHING)), false));
        });
        return typed;
    }
}
