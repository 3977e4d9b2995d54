package org.giaoban.reporting;

import static org.giaoban.reporting.db.Tables.RETURN_REQUEST;
import static org.giaoban.reporting.db.Tables.RETURN_TEXT;
import static org.giaoban.reporting.db.Tables.UNIT_RETURN;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.inline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Unit;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** The words of many returns at once. */
@Repository
class ReturnTexts {

    private static final int MOST = 1_000;
    private static final int MOST_LISTED = 5_000;
    private static final String RECOMMENDATIONS = "recommendations";

    private final DSLContext db;

    ReturnTexts(DSLContext db) {
        this.db = db;
    }

    private record Words(UnitId unit, String section, String body) {}

    List<Narrative> of(List<Unit> units, Form form, Period period) {
        var byId = units.stream().collect(Collectors.toMap(Unit::id, Function.identity()));
        var order = Stream.concat(form.sections().stream().map(Form.Section::code), Stream.of(RECOMMENDATIONS))
                .toList();
        var words = new ArrayList<Words>(words(byId.keySet(), form, period));
        words.sort(Comparator.<Words>comparingInt(found -> order.indexOf(found.section()))
                .thenComparing(found -> unit(byId, found).code()));
        return words.stream()
                .map(found -> new Narrative(found.unit(), unit(byId, found).shortName(), found.section(), found.body()))
                .toList();
    }

    /** The given sections alone, unit by unit in the order of the codes (at most 5,000). */
    List<Narrative> sections(List<Unit> units, String form, Period period, Collection<String> sections) {
        var byId = units.stream().collect(Collectors.toMap(Unit::id, Function.identity()));
        return db
                .select(UNIT_RETURN.UNIT_ID, RETURN_TEXT.SECTION, RETURN_TEXT.BODY)
                .from(UNIT_RETURN)
                .join(RETURN_TEXT)
                .on(
                        RETURN_TEXT.CELL_ID.eq(UNIT_RETURN.CELL_ID),
                        RETURN_TEXT.RETURN_ID.eq(UNIT_RETURN.ID),
                        RETURN_TEXT.VERSION.eq(UNIT_RETURN.VERSION))
                .where(UNIT_RETURN.UNIT_ID.eq(any(byId.keySet().toArray(UnitId[]::new))))
                .and(UNIT_RETURN.FORM.eq(form))
                .and(UNIT_RETURN.PERIOD.eq(period.code()))
                .and(UNIT_RETURN.STATE.in(ReturnState.SUBMITTED.name(), ReturnState.ACCEPTED.name()))
                .and(RETURN_TEXT.SECTION.in(sections))
                .orderBy(UNIT_RETURN.UNIT_ID, RETURN_TEXT.SECTION)
                .limit(MOST_LISTED)
                .fetch(found -> new Words(found.value1(), found.value2(), found.value3()))
                .stream()
                .filter(found -> !found.body().isBlank())
                .sorted(Comparator.comparing(found -> unit(byId, found).code()))
                .map(found -> new Narrative(found.unit(), unit(byId, found).shortName(), found.section(), found.body()))
                .toList();
    }

    private static Unit unit(Map<UnitId, Unit> byId, Words words) {
        return Objects.requireNonNull(byId.get(words.unit()));
    }

    private List<Words> words(Collection<UnitId> units, Form form, Period period) {
        var sent = UNIT_RETURN
                .UNIT_ID
                .eq(any(units.toArray(UnitId[]::new)))
                .and(UNIT_RETURN.FORM.eq(form.code()))
                .and(UNIT_RETURN.PERIOD.eq(period.code()))
                .and(UNIT_RETURN.STATE.in(ReturnState.SUBMITTED.name(), ReturnState.ACCEPTED.name()));
        return db.select(
                        UNIT_RETURN.UNIT_ID,
                        RETURN_TEXT.SECTION,
                        RETURN_TEXT.BODY,
                        inline(0).as("ordinal"))
                .from(UNIT_RETURN)
                .join(RETURN_TEXT)
                .on(
                        RETURN_TEXT.CELL_ID.eq(UNIT_RETURN.CELL_ID),
                        RETURN_TEXT.RETURN_ID.eq(UNIT_RETURN.ID),
                        RETURN_TEXT.VERSION.eq(UNIT_RETURN.VERSION))
                .where(sent)
                .unionAll(db.select(
                                UNIT_RETURN.UNIT_ID,
                                inline(RECOMMENDATIONS),
                                RETURN_REQUEST.BODY,
                                RETURN_REQUEST.ORDINAL)
                        .from(UNIT_RETURN)
                        .join(RETURN_REQUEST)
                        .on(
                                RETURN_REQUEST.CELL_ID.eq(UNIT_RETURN.CELL_ID),
                                RETURN_REQUEST.RETURN_ID.eq(UNIT_RETURN.ID),
                                RETURN_REQUEST.VERSION.eq(UNIT_RETURN.VERSION))
                        .where(sent))
                .orderBy(1, 2, 4)
                .limit(MOST)
                .fetch(found -> new Words(found.value1(), found.value2(), found.value3()));
    }
}
