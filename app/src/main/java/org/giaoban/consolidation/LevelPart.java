package org.giaoban.consolidation;

import static org.giaoban.consolidation.db.Tables.REPORT;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Affected;
import org.giaoban.organization.AffectedRows;
import org.giaoban.organization.Handover;
import org.giaoban.organization.ReorganisationPart;
import org.giaoban.platform.Texts;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reports stay with the level that sent them; a tree of the past that changes shows as a difference on them. */
@Component
@Transactional(readOnly = true)
class LevelPart implements ReorganisationPart {

    private static final int MOST = 1_000;

    private final DSLContext db;
    private final LevelRepository reports;
    private final Access access;

    LevelPart(DSLContext db, LevelRepository reports, Access access) {
        this.db = db;
        this.reports = reports;
        this.access = access;
    }

    @Override
    public String name() {
        return "consolidation";
    }

    @Override
    public String label() {
        return Texts.text("consolidation.reorganisation.label");
    }

    @Override
    public int order() {
        return 62;
    }

    @Override
    public List<Affected> affected(Handover handover) {
        if (handover.ended().isEmpty()) {
            return List.of();
        }
        var open = reports.where(
                REPORT.UNIT_ID
                        .eq(any(handover.ended().toArray(UnitId[]::new)))
                        .and(REPORT.STATE.ne(ReportState.ACCEPTED.name())),
                MOST);
        var counts = open.stream().collect(Collectors.groupingBy(ReportRow::unit, Collectors.counting()));
        return new AffectedRows(label(), access.scope(Capability.REPORT_READ))
                .of(open.stream()
                        .map(row -> new AffectedRows.Row(
                                row.unit(),
                                counts.getOrDefault(row.unit(), 0L).intValue(),
                                new Affected.Item(
                                        row.form() + " · " + row.period().label(LocaleContextHolder.getLocale()),
                                        Target.href(handover.code(row.unit()), row.form(), row.period()),
                                        Texts.text("consolidation.reorganisation.stays"))))
                        .toList());
    }

    @Override
    public Map<UnitId, Integer> facts(Collection<UnitId> founded) {
        return db.select(REPORT.UNIT_ID, count())
                .from(REPORT)
                .where(REPORT.UNIT_ID.eq(any(founded.toArray(UnitId[]::new))))
                .groupBy(REPORT.UNIT_ID)
                .fetchMap(Record2::value1, Record2::value2);
    }
}
