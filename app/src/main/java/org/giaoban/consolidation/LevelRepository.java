package org.giaoban.consolidation;

import static org.giaoban.consolidation.db.Tables.DRAFT_TEXT;
import static org.giaoban.consolidation.db.Tables.FIGURE;
import static org.giaoban.consolidation.db.Tables.REPORT;
import static org.giaoban.consolidation.db.Tables.STIR;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.giaoban.consolidation.ReportRow.Act;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.Uuid7;
import org.giaoban.platform.FixedStatements;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Rows of the levels' reports, their words in work, and what moved below them. */
@Repository
class LevelRepository {

    private static final int MOST_STIRS = 500;
    private static final int MOST_SENT = 5_000;

    private static final SelectField<ReportRow> A_REPORT = row(
                    REPORT.ID,
                    REPORT.UNIT_ID,
                    REPORT.FORM,
                    REPORT.PERIOD.convertFrom(Period::parse),
                    REPORT.STATE.convertFrom(ReportState::valueOf),
                    REPORT.VERSION,
                    row(REPORT.SENT_AT, REPORT.SENT_BY).mapping(Act::new),
                    row(REPORT.DECIDED_AT, REPORT.DECIDED_BY).mapping(Act::new),
                    REPORT.COMMENT,
                    REPORT.STIRRED_AT)
            .mapping(ReportRow::new);

    /** With every return that comes, and nearly always nothing. */
    private static final String ANY_SENT = """
            select 1 from consolidation.report
            where unit_id = any(?::uuid[]) and last_on >= ?::date and first_on <= ?::date and version > 0 limit 1""";

    private final DSLContext db;
    private final FixedStatements statements;

    LevelRepository(DSLContext db, FixedStatements statements) {
        this.db = db;
        this.statements = statements;
    }

    /** What moved below a report: which unit, how, when, by whom. */
    record Stir(UnitId unit, String act, Instant at, String by) {}

    Optional<ReportRow> find(Target target) {
        return db.select(A_REPORT).from(REPORT).where(of(target)).fetchOptional(Record1::value1);
    }

    /** Of all forms, by their codes. */
    List<ReportRow> find(UnitId unit, Period period) {
        return db.select(A_REPORT)
                .from(REPORT)
                .where(REPORT.UNIT_ID.eq(unit), REPORT.PERIOD.eq(period.code()))
                .orderBy(REPORT.FORM)
                .limit(100)
                .fetch(Record1::value1);
    }

    private static Condition of(Target target) {
        return REPORT.UNIT_ID
                .eq(target.unit().id())
                .and(REPORT.FORM.eq(target.form().code()))
                .and(REPORT.PERIOD.eq(target.period().code()));
    }

    /** Makes the row if it is missing and holds it until the end of the transaction. */
    ReportRow lock(Target target) {
        var period = target.period();
        db.insertInto(REPORT)
                .set(REPORT.ID, Uuid7.next())
                .set(REPORT.UNIT_ID, target.unit().id())
                .set(REPORT.FORM, target.form().code())
                .set(REPORT.PERIOD, period.code())
                .set(REPORT.FIRST_ON, period.from())
                .set(REPORT.LAST_ON, period.lastDay())
                .set(REPORT.STATE, ReportState.DRAFT.name())
                .onConflictDoNothing()
                .execute();
        return db.select(A_REPORT).from(REPORT).where(of(target)).forUpdate().fetchSingle(Record1::value1);
    }

    void update(ReportRow changed) {
        db.update(REPORT)
                .set(REPORT.STATE, changed.state().name())
                .set(REPORT.VERSION, changed.version())
                .set(REPORT.SENT_AT, changed.sent().at())
                .set(REPORT.SENT_BY, changed.sent().by())
                .set(REPORT.DECIDED_AT, changed.decided().at())
                .set(REPORT.DECIDED_BY, changed.decided().by())
                .set(REPORT.COMMENT, changed.comment())
                .set(REPORT.STIRRED_AT, changed.stirredAt())
                .where(REPORT.ID.eq(changed.id()))
                .execute();
    }

    List<ReportRow> where(Condition which, int most) {
        return db.select(A_REPORT)
                .from(REPORT)
                .where(which)
                .orderBy(REPORT.LAST_ON.desc(), REPORT.ID)
                .limit(most)
                .fetch(Record1::value1);
    }

    int count(Condition which, int most) {
        return db.fetchCount(db.selectOne().from(REPORT).where(which).limit(most));
    }

    Map<UnitId, ReportRow> of(Collection<UnitId> units, String form, Period period) {
        var found = new HashMap<UnitId, ReportRow>();
        of(units, period).stream().filter(one -> one.form().equals(form)).forEach(one -> found.put(one.unit(), one));
        return found;
    }

    /** Of all forms. */
    List<ReportRow> of(Collection<UnitId> units, Period period) {
        return where(
                REPORT.UNIT_ID.eq(any(units.toArray(UnitId[]::new))).and(REPORT.PERIOD.eq(period.code())), MOST_SENT);
    }

    /** Reports of these units for this period or a longer one that have been sent. */
    List<ReportRow> sentOver(Collection<UnitId> units, Period period) {
        var ids = units.stream().map(UnitId::value).toArray(UUID[]::new);
        if (statements
                .query(ANY_SENT, (row, number) -> row.getInt(1), ids, period.lastDay(), period.from())
                .isEmpty()) {
            return List.of();
        }
        return where(
                REPORT.UNIT_ID
                        .eq(any(units.toArray(UnitId[]::new)))
                        .and(REPORT.LAST_ON.ge(period.lastDay()))
                        .and(REPORT.FIRST_ON.le(period.from()))
                        .and(REPORT.VERSION.gt(0)),
                100);
    }

    /** All that were sent for a span with the period in it. */
    List<ReportRow> sentFor(Period period) {
        return where(
                REPORT.LAST_ON
                        .ge(period.lastDay())
                        .and(REPORT.FIRST_ON.le(period.from()))
                        .and(REPORT.VERSION.gt(0)),
                MOST_SENT);
    }

    /** A report that was sent with the mark of the tree it was drawn up by. */
    record Marked(ReportRow row, @Nullable String mark) {}

    List<Marked> marked(int most) {
        return db.select(A_REPORT, REPORT.TREE_MARK)
                .from(REPORT)
                .where(REPORT.VERSION.gt(0))
                .orderBy(REPORT.LAST_ON, REPORT.ID)
                .limit(most)
                .fetch(found -> new Marked(found.value1(), found.value2()));
    }

    void mark(UUID report, String mark) {
        db.update(REPORT)
                .set(REPORT.TREE_MARK, mark)
                .where(REPORT.ID.eq(report))
                .execute();
    }

    /** Of the units' reports of a year that were sent, those whose newest version prints one of the indicators. */
    List<ReportRow> printing(Collection<UnitId> units, int year, Collection<String> indicators) {
        return where(
                REPORT.UNIT_ID
                        .eq(any(units.toArray(UnitId[]::new)))
                        .and(REPORT.LAST_ON.between(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)))
                        .and(REPORT.VERSION.gt(0))
                        .and(exists(db.selectOne()
                                .from(FIGURE)
                                .where(
                                        FIGURE.REPORT_ID.eq(REPORT.ID),
                                        FIGURE.VERSION.eq(REPORT.VERSION),
                                        FIGURE.INDICATOR.in(indicators)))),
                MOST_SENT);
    }

    void stir(Collection<UUID> reports, Stir stir) {
        db.batch(reports.stream()
                        .map(report -> db.insertInto(STIR)
                                .set(STIR.ID, Uuid7.next())
                                .set(STIR.REPORT_ID, report)
                                .set(STIR.UNIT_ID, stir.unit())
                                .set(STIR.ACT, stir.act())
                                .set(STIR.AT, stir.at())
                                .set(STIR.BY_NAME, stir.by()))
                        .toList())
                .execute();
        db.update(REPORT)
                .set(REPORT.STIRRED_AT, coalesce(REPORT.STIRRED_AT, val(stir.at(), REPORT.STIRRED_AT)))
                .where(REPORT.ID.eq(any(reports.toArray(UUID[]::new))))
                .execute();
    }

    /** Oldest first, from a moment on. */
    List<Stir> stirs(UUID report, Instant from) {
        return db.select(row(STIR.UNIT_ID, STIR.ACT, STIR.AT, STIR.BY_NAME).mapping(Stir::new))
                .from(STIR)
                .where(STIR.REPORT_ID.eq(report), STIR.AT.ge(from))
                .orderBy(STIR.AT, STIR.ID)
                .limit(MOST_STIRS)
                .fetch(Record1::value1);
    }

    Map<String, String> texts(UUID report) {
        return db.select(DRAFT_TEXT.SECTION, DRAFT_TEXT.BODY)
                .from(DRAFT_TEXT)
                .where(DRAFT_TEXT.REPORT_ID.eq(report))
                .fetchMap(DRAFT_TEXT.SECTION, DRAFT_TEXT.BODY);
    }

    void keep(UUID report, Map<String, String> texts) {
        db.batch(texts.entrySet().stream()
                        .map(text -> db.insertInto(DRAFT_TEXT)
                                .set(DRAFT_TEXT.REPORT_ID, report)
                                .set(DRAFT_TEXT.SECTION, text.getKey())
                                .set(DRAFT_TEXT.BODY, text.getValue())
                                .onConflict(DRAFT_TEXT.REPORT_ID, DRAFT_TEXT.SECTION)
                                .doUpdate()
                                .set(DRAFT_TEXT.BODY, text.getValue()))
                        .toList())
                .execute();
    }
}
