package org.giaoban.reporting;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.Zone;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;

/** Counts returns in the database, by branch or by period: the units come as one list, a row comes back per branch. */
@Repository
class CompletenessRepository {

    /**
     * A unit stands in its branch of the tree by the list's second column; the return is found by period, form and unit.
     * A day late is a day in Viet Nam.
     */
    private static final String COUNTS = """
            count(*) filter (where r.state in ('SUBMITTED', 'ACCEPTED'))::int as received,
            count(*) filter (where r.state in ('SUBMITTED', 'ACCEPTED') and sent.day <= r.due_on)::int as on_time,
            count(*) filter (where r.state = 'ACCEPTED')::int as accepted,
            count(*) filter (where r.state = 'RETURNED')::int as given_back,
            count(*) filter (where r.state in ('DRAFT', 'RETURNED') and r.due_on >= today)::int as not_yet_due,
            coalesce(sum(sent.day - r.due_on) filter (
                where r.state in ('SUBMITTED', 'ACCEPTED') and sent.day > r.due_on), 0)::int as days_late,
            coalesce(max(sent.day - r.due_on) filter (
                where r.state in ('SUBMITTED', 'ACCEPTED') and sent.day > r.due_on), 0)::int as most_late
            """;

    private static final String SENT = """
            cross join lateral (select (r.first_submitted_at at time zone {0})::date as day) as sent
            cross join (select {1} as today) as clock
            """;

    private final DSLContext db;

    CompletenessRepository(DSLContext db) {
        this.db = db;
    }

    /** What came from one branch, or for one period. */
    record Came(int received, int onTime, int accepted, int givenBack, int notYetDue, int daysLate, int mostLate) {

        static final Came NOTHING = new Came(0, 0, 0, 0, 0, 0, 0);

        Came plus(Came other) {
            return new Came(
                    received + other.received,
                    onTime + other.onTime,
                    accepted + other.accepted,
                    givenBack + other.givenBack,
                    notYetDue + other.notYetDue,
                    daysLate + other.daysLate,
                    Math.max(mostLate, other.mostLate));
        }
    }

    /** Units with the number of their branch. */
    record Branched(List<UnitId> units, List<Integer> branches) {}

    Map<Integer, Came> byBranch(Branched units, Form form, Period period, LocalDate today) {
        return db
                .resultQuery(
                        "select b.branch, " + COUNTS + " from unnest({2}::uuid[], {3}::int[]) as b (unit_id, branch)"
                                + " join reporting.unit_return r on r.unit_id = b.unit_id and r.form = {4}"
                                + " and r.period = {5} " + SENT + " group by b.branch",
                        val(Zone.ID.getId()),
                        val(today),
                        val(ids(units.units())),
                        val(units.branches().toArray(Integer[]::new)),
                        val(form.code()),
                        val(period.code()))
                .stream()
                .collect(Collectors.toMap(row -> row.get("branch", Integer.class), CompletenessRepository::came));
    }

    /** For each of the periods, what came from these units in these forms. */
    Map<String, Came> byPeriod(
            Collection<UnitId> units, Collection<String> forms, Collection<String> periods, LocalDate today) {
        return db
                .resultQuery(
                        "select r.period, " + COUNTS + " from reporting.unit_return r " + SENT
                                + " where r.period = any({2}) and r.form = any({3}) and r.unit_id = any({4}::uuid[])"
                                + " group by r.period",
                        val(Zone.ID.getId()),
                        val(today),
                        val(periods.toArray(String[]::new)),
                        val(forms.toArray(String[]::new)),
                        val(ids(units)))
                .stream()
                .collect(Collectors.toMap(row -> row.get("period", String.class), CompletenessRepository::came));
    }

    /** Those of the units that have not sent, at most so many. */
    List<UnitId> missing(Collection<UnitId> units, Form form, Period period, int most) {
        return db.resultQuery(
                        "select b.unit_id from unnest({0}::uuid[]) with ordinality as b (unit_id, place)"
                                + " where not exists (select from reporting.unit_return r where r.unit_id = b.unit_id"
                                + " and r.form = {1} and r.period = {2} and r.state in ('SUBMITTED', 'ACCEPTED'))"
                                + " order by b.place limit {3}",
                        val(ids(units)), val(form.code()), val(period.code()), val(most))
                .fetch(row -> new UnitId(row.get(field("unit_id", UUID.class))));
    }

    private static UUID[] ids(Collection<UnitId> units) {
        return units.stream().map(UnitId::value).toArray(UUID[]::new);
    }

    private static Came came(Record row) {
        return new Came(
                row.get("received", Integer.class),
                row.get("on_time", Integer.class),
                row.get("accepted", Integer.class),
                row.get("given_back", Integer.class),
                row.get("not_yet_due", Integer.class),
                row.get("days_late", Integer.class),
                row.get("most_late", Integer.class));
    }
}
