package org.giaoban.meetings;

import static org.giaoban.meetings.db.Tables.MEETING;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.indicators.CountSource;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.Zone;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** How many meetings units held in a period. */
@Component
class MeetingCounts implements CountSource {

    private static final String HELD = "meetings.counted.held";
    private static final int MOST = 500;

    private final DSLContext db;
    private final Access access;

    MeetingCounts(DSLContext db, Access access) {
        this.db = db;
        this.access = access;
    }

    @Override
    public Set<String> counts() {
        return Set.of(HELD);
    }

    @Override
    public Map<UnitId, Tally> count(String name, Collection<UnitId> units, Period period) {
        var held = DSL.count();
        return db.select(MEETING.UNIT_ID, held)
                .from(MEETING)
                .where(MEETING.UNIT_ID.in(units).and(held(period)))
                .groupBy(MEETING.UNIT_ID)
                .fetchMap(MEETING.UNIT_ID, row -> Tally.of(row.get(held)));
    }

    @Override
    public List<Counted> rows(String name, UnitId unit, Period period) {
        if (!access.allows(Capability.MEETING_READ, unit)) {
            return List.of();
        }
        return db.select(MEETING.ID, MEETING.TITLE, MEETING.STARTS_AT)
                .from(MEETING)
                .where(MEETING.UNIT_ID.eq(unit).and(held(period)))
                .orderBy(MEETING.STARTS_AT, MEETING.ID)
                .limit(MOST)
                .fetch(row -> new Counted(
                        row.value2(), new MeetingId(row.value1()).href(), LocalDate.ofInstant(row.value3(), Zone.ID)));
    }

    private static Condition held(Period period) {
        return MEETING.STATE
                .eq(MeetingState.CLOSED.name())
                .and(MEETING.STARTS_AT.ge(period.from().atStartOfDay(Zone.ID).toInstant()))
                .and(MEETING.STARTS_AT.lt(period.until().atStartOfDay(Zone.ID).toInstant()));
    }
}
