package org.giaoban.reporting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.giaoban.indicators.Indicator;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the returns of many units for one form and period as they stand, with a handful of statements for all of them. */
@Component
class GridReader {

    private final ReturnStore store;
    private final ContentsRepository contents;
    private final CommentRepository comments;
    private final Examination examination;

    GridReader(ReturnStore store, ContentsRepository contents, CommentRepository comments, Examination examination) {
        this.store = store;
        this.contents = contents;
        this.comments = comments;
        this.examination = examination;
    }

    /** What is asked of every unit. */
    record Asked(Form form, Period period, Map<String, Indicator> indicators) {}

    Asked asked(Form form, Period period) {
        return new Asked(form, period, examination.indicators(form, period));
    }

    /** In the order of the keys, which are all of what is asked. */
    List<GridRow> rows(Asked asked, List<ReturnKey> keys) {
        var ids = keys.stream().map(key -> key.unit().id()).toList();
        var returns = store.returns().of(ids, asked.form(), asked.period()).stream()
                .collect(Collectors.toMap(ReturnRow::unit, Function.identity()));
        var typed = typed(returns);
        var readings = new LinkedHashMap<ReturnKey, ReturnReading>();
        keys.forEach(key ->
                readings.put(key, ScreenReader.read(typed(typed, key).fields(), key.form(), asked.indicators())));
        var before = examination.before(ids, asked.period());
        var examined = examination.of(asked, readings, before);
        var talks = comments.open(
                returns.values().stream().map(row -> row.id().value()).toList());
        var rows = new ArrayList<GridRow>();
        readings.forEach((key, reading) -> rows.add(new GridRow(
                key,
                Optional.ofNullable(returns.get(key.unit().id())),
                typed(typed, key).fields(),
                typed(typed, key).draft(),
                reading,
                Objects.requireNonNull(examined.get(key.unit().id())),
                before.getOrDefault(key.unit().id(), Map.of()),
                talks(talks, returns.get(key.unit().id())))));
        return rows;
    }

    private static Map<String, Integer> talks(Map<UUID, Map<String, Integer>> talks, @Nullable ReturnRow row) {
        return row == null ? Map.of() : talks.getOrDefault(row.id().value(), Map.of());
    }

    /** What stands in the fields, and whether it is not saved as a version yet. */
    private record Typed(Fields fields, boolean draft) {}

    private static Typed typed(Map<UnitId, Typed> typed, ReturnKey key) {
        return typed.getOrDefault(key.unit().id(), new Typed(new Fields(Map.of()), false));
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
                            : new Typed(Fields.of(versions.getOrDefault(row.id().value(), Content.NOTHING)), false));
        });
        return typed;
    }
}
