package org.giaoban.reporting;

import static org.giaoban.reporting.db.Tables.UNIT_RETURN;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Affected;
import org.giaoban.organization.AffectedRows;
import org.giaoban.organization.Handover;
import org.giaoban.organization.Organization;
import org.giaoban.organization.ReorganisationPart;
import org.giaoban.organization.Unit;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Texts;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Returns stay with the unit that owed them: for a period that ended before, its heir files what is missing in its name;
 * for the period that runs, the heir files its own.
 */
@Component
@Transactional(readOnly = true)
class ReturnsPart implements ReorganisationPart {

    private final DSLContext db;
    private final Forms forms;
    private final Organization organization;
    private final Access access;

    ReturnsPart(DSLContext db, Forms forms, Organization organization, Access access) {
        this.db = db;
        this.forms = forms;
        this.organization = organization;
        this.access = access;
    }

    private record InWork(UnitId unit, String form, String period, java.time.LocalDate due, boolean begun) {}

    @Override
    public String name() {
        return "returns";
    }

    @Override
    public String label() {
        return Texts.text("reporting.reorganisation.label");
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public List<Affected> affected(Handover handover) {
        if (handover.ended().isEmpty()) {
            return List.of();
        }
        var all = new ArrayList<>(begun(handover.ended()));
        all.addAll(missing(handover));
        var counts = all.stream().collect(Collectors.groupingBy(InWork::unit, Collectors.counting()));
        return new AffectedRows(label(), access.scope(Capability.REPORT_READ))
                .of(all.stream()
                        .map(one -> new AffectedRows.Row(
                                one.unit(), counts.getOrDefault(one.unit(), 0L).intValue(), item(handover, one)))
                        .toList());
    }

    private static Affected.Item item(Handover handover, InWork one) {
        var period = PeriodName.of(Period.parse(one.period()));
        var href = "/returns/" + handover.code(one.unit()) + "/" + one.form() + "/" + one.period();
        return new Affected.Item(
                Texts.text(
                        one.begun() ? "reporting.reorganisation.begun" : "reporting.reorganisation.missing",
                        period,
                        Formats.date(one.due())),
                href,
                Texts.text(
                        "reporting.reorganisation.stays",
                        handover.keeper(one.unit()).map(handover::name).orElse("")));
    }

    private List<InWork> begun(Set<UnitId> units) {
        return db.select(UNIT_RETURN.UNIT_ID, UNIT_RETURN.FORM, UNIT_RETURN.PERIOD, UNIT_RETURN.DUE_ON)
                .from(UNIT_RETURN)
                .where(UNIT_RETURN.UNIT_ID.eq(any(units.toArray(UnitId[]::new))))
                .and(UNIT_RETURN.STATE.ne(ReturnState.ACCEPTED.name()))
                .orderBy(UNIT_RETURN.UNIT_ID, UNIT_RETURN.DUE_ON.desc())
                .fetch(row -> new InWork(row.value1(), row.value2(), row.value3(), row.value4(), true));
    }

    /** The last month before the day, where nothing was begun. */
    private List<InWork> missing(Handover handover) {
        var eve = handover.day().minusDays(1);
        var running = Period.monthOf(eve);
        var period = running.lastDay().isAfter(eve) ? running.previous() : running;
        var units = handover.ended().stream()
                .flatMap(unit -> organization.find(unit, period.lastDay()).stream())
                .toList();
        return forms.asked(units, period).stream()
                .flatMap(asked -> missing(asked, handover.ended(), period))
                .toList();
    }

    private Stream<InWork> missing(Forms.Asked asked, Set<UnitId> ended, Period period) {
        var form = asked.form();
        var begun = new HashSet<UnitId>(db.select(UNIT_RETURN.UNIT_ID)
                .from(UNIT_RETURN)
                .where(UNIT_RETURN.PERIOD.eq(period.code()), UNIT_RETURN.FORM.eq(form.code()))
                .and(UNIT_RETURN.UNIT_ID.eq(any(ended.toArray(UnitId[]::new))))
                .fetch(UNIT_RETURN.UNIT_ID));
        return asked.units().stream()
                .map(Unit::id)
                .filter(unit -> !begun.contains(unit))
                .map(unit -> new InWork(unit, form.code(), period.code(), form.dueOn(period), false));
    }

    @Override
    public Map<UnitId, Integer> facts(Collection<UnitId> founded) {
        return db.select(UNIT_RETURN.UNIT_ID, count())
                .from(UNIT_RETURN)
                .where(UNIT_RETURN.UNIT_ID.eq(any(founded.toArray(UnitId[]::new))))
                .groupBy(UNIT_RETURN.UNIT_ID)
                .fetchMap(Record2::value1, Record2::value2);
    }
}
