package org.giaoban.access;

import static org.giaoban.access.db.Tables.GRANTED_RIGHT;
import static org.giaoban.access.db.Tables.ROLE_CAPABILITY;
import static org.jooq.impl.DSL.coalesce;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.UnitId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Reads grants from the side of what they open: who holds a capability, since when, by whose hand. */
@Repository
class HeldRepository {

    private final DSLContext db;

    HeldRepository(DSLContext db) {
        this.db = db;
    }

    /** One grant that gives the capability, with who gave it and when. */
    record Held(
            AccountId account,
            Capability capability,
            Given given,
            UnitId unit,
            Reach reach,
            DateRange days,
            AccountId giver,
            Instant givenAt) {

        private static Held of(Capability capability, Grant grant, AccountId giver, Instant at) {
            return new Held(
                    grant.account(), capability, grant.given(), grant.unit(), grant.reach(), grant.valid(), giver, at);
        }
    }

    /** Grants on these units with all below, or on those in whatever reach. */
    List<Held> reaching(
            Capability capability, Collection<UnitId> tops, Collection<UnitId> themselves, LocalDate today) {
        return db.selectDistinct(GrantRepository.A_GRANT, GRANTED_RIGHT.GIVER_ACCOUNT_ID, GRANTED_RIGHT.GIVEN_AT)
                .from(GRANTED_RIGHT)
                .leftJoin(ROLE_CAPABILITY)
                .on(ROLE_CAPABILITY.ROLE.eq(GRANTED_RIGHT.ROLE))
                .where(GRANTED_RIGHT
                        .REACH
                        .eq(Reach.BELOW.name())
                        .and(GRANTED_RIGHT.UNIT_ID.in(tops))
                        .or(GRANTED_RIGHT.UNIT_ID.in(themselves)))
                .and(gives(capability, today))
                .limit(GrantRepository.MOST)
                .fetch(found -> Held.of(capability, found.value1(), found.value2(), found.value3()));
    }

    /** The units on which anybody holds the capability without those below. */
    Set<UnitId> alone(Capability capability, LocalDate today) {
        return db.selectDistinct(GRANTED_RIGHT.UNIT_ID)
                .from(GRANTED_RIGHT)
                .leftJoin(ROLE_CAPABILITY)
                .on(ROLE_CAPABILITY.ROLE.eq(GRANTED_RIGHT.ROLE))
                .where(GRANTED_RIGHT.REACH.eq(Reach.UNIT.name()))
                .and(gives(capability, today))
                .fetchSet(GRANTED_RIGHT.UNIT_ID);
    }

    private static Condition gives(Capability capability, LocalDate today) {
        return GrantRepository.onDay(today)
                .and(coalesce(GRANTED_RIGHT.CAPABILITY, ROLE_CAPABILITY.CAPABILITY)
                        .eq(capability.name()));
    }
}
