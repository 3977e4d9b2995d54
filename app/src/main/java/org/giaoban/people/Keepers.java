package org.giaoban.people;

import static org.giaoban.people.db.Tables.PERSON;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.query;
import static org.jooq.impl.DSL.val;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.kernel.UnitId;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.Record2;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Which units keep how many persons' files, and the statements that hand the files over to other keepers. */
@Repository
@Transactional(readOnly = true)
public class Keepers {

    private final DSLContext db;

    Keepers(DSLContext db) {
        this.db = db;
    }

    public Map<UnitId, Integer> counts(Collection<UnitId> units) {
        return db.select(PERSON.KEEPER_UNIT_ID, count())
                .from(PERSON)
                .where(PERSON.KEEPER_UNIT_ID.eq(any(units.toArray(UnitId[]::new))))
                .groupBy(PERSON.KEEPER_UNIT_ID)
                .fetchMap(Record2::value1, Record2::value2);
    }

    /** From each unit to the heir at the same place. */
    public static List<Query> handOver(UUID[] units, UUID[] heirs) {
        return List.of(
                query(
                        "update people.person p set keeper_unit_id = h.heir "
                                + "from unnest({0}::uuid[], {1}::uuid[]) as h (unit, heir) where p.keeper_unit_id = h.unit",
                        val(units), val(heirs)),
                query(
                        "update people.contact c set keeper_unit_id = h.heir "
                                + "from unnest({0}::uuid[], {1}::uuid[]) as h (unit, heir) where c.keeper_unit_id = h.unit",
                        val(units), val(heirs)),
                query(
                        "update people.identifier i set keeper_unit_id = h.heir "
                                + "from unnest({0}::uuid[], {1}::uuid[]) as h (unit, heir) where i.keeper_unit_id = h.unit",
                        val(units), val(heirs)));
    }
}
