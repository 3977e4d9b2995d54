package org.giaoban.evaluation;

import static org.giaoban.evaluation.db.Tables.SCORE;
import static org.giaoban.evaluation.db.Tables.SCORE_EVIDENCE;
import static org.giaoban.evaluation.db.Tables.SCORE_POINT;
import static org.giaoban.evaluation.db.Tables.SCORE_SIDE;
import static org.giaoban.evaluation.db.Tables.SCORE_VETO;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.giaoban.access.Scope;
import org.giaoban.evaluation.Score.Side;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.Uuid7;
import org.giaoban.meetings.MeetingId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record1;
import org.jooq.Records;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Scores as rows. */
@Repository
class ScoreRepository {

    private static final int MOST = 5_000;

    private static final Field<List<Score.Point>> POINTS = multiset(select(
                            SCORE_POINT.LINE,
                            SCORE_POINT.SIDE.convert(Side.class, Side::valueOf, Side::name),
                            SCORE_POINT.POINTS,
                            SCORE_POINT.NOTE)
                    .from(SCORE_POINT)
                    .where(SCORE_POINT.SCORE_ID.eq(SCORE.ID)))
            .convertFrom(rows -> rows.map(Records.mapping(Score.Point::new)));

    private static final Field<List<Score.Given>> GIVEN = multiset(select(
                            SCORE_SIDE.SIDE.convert(Side.class, Side::valueOf, Side::name),
                            SCORE_SIDE.BY_NAME,
                            SCORE_SIDE.GIVEN_AT,
                            SCORE_SIDE.REMARK)
                    .from(SCORE_SIDE)
                    .where(SCORE_SIDE.SCORE_ID.eq(SCORE.ID)))
            .convertFrom(rows -> rows.map(Records.mapping(Score.Given::new)));

    private static final Field<List<Evidence>> EVIDENCE = multiset(select(
                            SCORE_EVIDENCE.MEASURE.convert(Measure.class, Measure::valueOf, Measure::name),
                            SCORE_EVIDENCE.PART,
                            SCORE_EVIDENCE.WHOLE)
                    .from(SCORE_EVIDENCE)
                    .where(SCORE_EVIDENCE.SCORE_ID.eq(SCORE.ID)))
            .convertFrom(rows -> rows.map(Records.mapping(Evidence::new)));

    private static final Field<List<String>> VETOES = multiset(
                    select(SCORE_VETO.VETO).from(SCORE_VETO).where(SCORE_VETO.SCORE_ID.eq(SCORE.ID)))
            .convertFrom(rows -> rows.map(Record1::value1));

    private static final SelectField<Score.@Nullable Decision> DECISION = row(
                    SCORE.TOTAL, SCORE.RULE_GRADE, SCORE.GRADE, SCORE.REASON, SCORE.DECIDED_BY, SCORE.DECIDED_AT)
            .convertFrom(row -> row.value6() == null
                    ? null
                    : new Score.Decision(
                            row.value1(), row.value2(), row.value3(), row.value4(), row.value5(), row.value6()));

    private static final SelectField<Score> A_SCORE = row(
                    SCORE.ID,
                    row(
                                    SCORE.MEETING_ID.convert(MeetingId.class, MeetingId::new, MeetingId::value),
                                    SCORE.UNIT_ID,
                                    SCORE.KIND,
                                    SCORE.HELD_ON)
                            .mapping(Score.Judged::new),
                    SCORE.SHEET_ID,
                    SCORE.VERSION,
                    POINTS,
                    GIVEN,
                    EVIDENCE,
                    VETOES,
                    DECISION)
            .mapping(Score::new);

    private final DSLContext db;

    ScoreRepository(DSLContext db) {
        this.db = db;
    }

    Optional<Score> of(MeetingId meeting) {
        return fetch(SCORE.MEETING_ID.eq(meeting.value())).stream().findFirst();
    }

    /** The scores of these units for meetings in these days, the earliest first. */
    List<Score> of(Collection<UnitId> units, DateRange days) {
        var end = days.until();
        var condition = SCORE.UNIT_ID.in(units).and(SCORE.HELD_ON.ge(days.from()));
        return fetch(end == null ? condition : condition.and(SCORE.HELD_ON.lt(end)));
    }

    /** The units of the scope with scored meetings in these days, only of the given ones if any are given. */
    List<UnitId> scored(
            Scope scope, DateRange days, @Nullable Collection<UnitId> within, @Nullable UnitId after, int most) {
        var condition = scope.condition(SCORE.UNIT_ID)
                .and(SCORE.HELD_ON.ge(days.from()))
                .and(SCORE.HELD_ON.lt(days.until()));
        if (within != null) {
            condition = condition.and(SCORE.UNIT_ID.in(within));
        }
        return db.selectDistinct(SCORE.UNIT_ID)
                .from(SCORE)
                .where(after == null ? condition : condition.and(SCORE.UNIT_ID.gt(after)))
                .orderBy(SCORE.UNIT_ID)
                .limit(most)
                .fetch(SCORE.UNIT_ID);
    }

    private List<Score> fetch(Condition condition) {
        return db.select(A_SCORE)
                .from(SCORE)
                .where(condition)
                .orderBy(SCORE.HELD_ON, SCORE.ID)
                .limit(MOST)
                .fetch(Record1::value1);
    }

    /** The score of a meeting, begun with this sheet if nobody has; two who begin at once share one. */
    Score begin(Score.Judged judged, UUID sheet) {
        db.insertInto(SCORE)
                .set(SCORE.ID, Uuid7.next())
                .set(SCORE.MEETING_ID, judged.meeting().value())
                .set(SCORE.UNIT_ID, judged.unit())
                .set(SCORE.KIND, judged.kind())
                .set(SCORE.HELD_ON, judged.day())
                .set(SCORE.SHEET_ID, sheet)
                .set(SCORE.STATE, "OPEN")
                .onConflictDoNothing()
                .execute();
        return of(judged.meeting()).orElseThrow();
    }

    /** Takes the next version of a score still open; false when somebody was faster or it is decided. */
    boolean touch(UUID score, int version) {
        return db.update(SCORE)
                        .set(SCORE.VERSION, SCORE.VERSION.plus(1))
                        .where(SCORE.ID.eq(score))
                        .and(SCORE.VERSION.eq(version))
                        .and(SCORE.STATE.eq("OPEN"))
                        .execute()
                == 1;
    }

    boolean gaveFor(UUID score, Side side, AccountId account) {
        return db.fetchExists(
                SCORE_SIDE,
                SCORE_SIDE.SCORE_ID.eq(score),
                SCORE_SIDE.SIDE.eq(side.name()),
                SCORE_SIDE.ACCOUNT_ID.eq(account));
    }

    void points(UUID score, Collection<Score.Point> points) {
        db.batch(points.stream().<Query>map(point -> upsert(score, point)).toList())
                .execute();
    }

    private Query upsert(UUID score, Score.Point point) {
        return db.insertInto(SCORE_POINT)
                .set(SCORE_POINT.SCORE_ID, score)
                .set(SCORE_POINT.LINE, point.line())
                .set(SCORE_POINT.SIDE, point.side().name())
                .set(SCORE_POINT.POINTS, point.points())
                .set(SCORE_POINT.NOTE, point.note())
                .onConflict(SCORE_POINT.SCORE_ID, SCORE_POINT.LINE, SCORE_POINT.SIDE)
                .doUpdate()
                .set(SCORE_POINT.POINTS, point.points())
                .set(SCORE_POINT.NOTE, point.note());
    }

    void side(UUID score, Score.Given given, Viewer viewer) {
        db.insertInto(SCORE_SIDE)
                .set(SCORE_SIDE.SCORE_ID, score)
                .set(SCORE_SIDE.SIDE, given.side().name())
                .set(SCORE_SIDE.ACCOUNT_ID, viewer.account())
                .set(SCORE_SIDE.BY_NAME, given.by())
                .set(SCORE_SIDE.GIVEN_AT, given.at())
                .set(SCORE_SIDE.REMARK, given.remark())
                .onConflict(SCORE_SIDE.SCORE_ID, SCORE_SIDE.SIDE)
                .doUpdate()
                .set(SCORE_SIDE.ACCOUNT_ID, viewer.account())
                .set(SCORE_SIDE.BY_NAME, given.by())
                .set(SCORE_SIDE.GIVEN_AT, given.at())
                .set(SCORE_SIDE.REMARK, given.remark())
                .execute();
    }

    /** Closes the score for good with what was measured. */
    void decide(UUID score, Score.Decision decision, Collection<Evidence> measured, Collection<String> ticked) {
        db.update(SCORE)
                .set(SCORE.STATE, "DECIDED")
                .set(SCORE.TOTAL, decision.total())
                .set(SCORE.RULE_GRADE, decision.ruleGrade())
                .set(SCORE.GRADE, decision.grade())
                .set(SCORE.REASON, decision.reason())
                .set(SCORE.DECIDED_BY, decision.by())
                .set(SCORE.DECIDED_AT, decision.at())
                .where(SCORE.ID.eq(score))
                .execute();
        db.batch(measured.stream()
                        .<Query>map(one -> db.insertInto(SCORE_EVIDENCE)
                                .set(SCORE_EVIDENCE.SCORE_ID, score)
                                .set(SCORE_EVIDENCE.MEASURE, one.measure().name())
                                .set(SCORE_EVIDENCE.PART, one.part())
                                .set(SCORE_EVIDENCE.WHOLE, one.whole()))
                        .toList())
                .execute();
        ticked.forEach(veto -> db.insertInto(SCORE_VETO)
                .set(SCORE_VETO.SCORE_ID, score)
                .set(SCORE_VETO.VETO, veto)
                .execute());
    }
}
