package org.giaoban.indicators;

import java.sql.Timestamp;
import org.giaoban.indicators.FactRepository.Arrival;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Which of the values in a sheet the unit above has accepted: all that arrived together, by the number of their arrival. */
@Repository
class AcceptanceRepository {

    /** The acceptance is an arrival itself, so that the sheet gets a stamp nobody has used. */
    private static final String ACCEPT = """
            with accepted as (
                select array_agg(distinct v.arrival_id) as arrivals
                from indicators.indicator_value v
                join indicators.arrival a on a.cell_id = v.cell_id and a.id = v.arrival_id
                where v.cell_id = ? and v.unit_no = ? and v.period = ? and a.source_id = ?
            ), arrived as (
                insert into indicators.arrival (cell_id, unit_no, period, source_kind, source_id, source_label, put_at, put_by_account_id)
                select ?, ?, ?, ?, ?, ?, ?, ? from accepted where arrivals is not null
                returning cell_id, unit_no, period, id
            ), stamped as (
                update indicators.sheet s
                set stamp = arrived.id, accepted = array(select distinct unnest(s.accepted || accepted.arrivals))
                from arrived, accepted
                where s.cell_id = arrived.cell_id and s.unit_no = arrived.unit_no and s.period = arrived.period
                  and not s.accepted @> accepted.arrivals
                returning s.cell_id, s.unit_no, s.period
            )
            insert into indicators.uncounted (cell_id, unit_no, period) select cell_id, unit_no, period from stamped
            """;

    private final DSLContext db;

    AcceptanceRepository(DSLContext db) {
        this.db = db;
    }

    void accept(Arrival arrival) {
        var owner = arrival.owner();
        var source = arrival.source();
        db.execute(
                ACCEPT,
                owner.cell(),
                owner.number(),
                arrival.period(),
                source.id(),
                owner.cell(),
                owner.number(),
                arrival.period(),
                source.kind(),
                source.id(),
                source.label(),
                Timestamp.from(arrival.at()),
                arrival.by().value());
    }
}
