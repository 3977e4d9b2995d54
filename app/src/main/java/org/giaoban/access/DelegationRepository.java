package org.giaoban.access;

import static org.giaoban.access.db.Tables.DELEGATION;
import static org.giaoban.access.db.Tables.DELEGATION_UNIT;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.UnitId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** Reads and writes who decides in whose place. */
@Repository
class DelegationRepository {

    /** More are never shown at once. */
    private static final int MOST = 200;

    private final DSLContext db;
    private final GrantNumber number;

    DelegationRepository(DSLContext db, GrantNumber number) {
        this.db = db;
        this.number = number;
    }

    /** One unit somebody may decide on in the giver's place, as far as the delegation goes. */
    record Lent(UUID delegation, AccountId giver, AccountId taker, UnitId unit) {}

    /** What is lent to an account on a day. */
    List<Lent> lent(AccountId taker, LocalDate today) {
        return lent(DELEGATION_UNIT.ACCOUNT_ID.eq(taker), today);
    }

    /** What is lent of these units on a day. */
    List<Lent> lentOf(Collection<UnitId> units, LocalDate today) {
        return lent(DELEGATION_UNIT.UNIT_ID.in(units), today);
    }

    private List<Lent> lent(Condition which, LocalDate today) {
        var u = DELEGATION_UNIT;
        return db.select(u.DELEGATION_ID, u.GIVER_ACCOUNT_ID, u.ACCOUNT_ID, u.UNIT_ID)
                .from(u)
                .where(which, u.FROM_ON.le(today), u.UNTIL_ON.gt(today))
                .orderBy(u.DELEGATION_ID, u.UNIT_ID)
                .fetch(found -> new Lent(found.value1(), found.value2(), found.value3(), found.value4()));
    }

    /** Holds the delegation so that it cannot be taken back before the decision under it stands. */
    boolean hold(UUID id) {
        return db.select(DELEGATION.ID)
                .from(DELEGATION)
                .where(DELEGATION.ID.eq(id), DELEGATION.REVOKED_AT.isNull())
                .forShare()
                .fetchOptional()
                .isPresent();
    }

    void insert(Delegation given, Instant now) {
        var until = Objects.requireNonNull(given.days().until());
        db.insertInto(DELEGATION)
                .set(DELEGATION.ID, given.id())
                .set(DELEGATION.GIVER_ACCOUNT_ID, given.giver())
                .set(DELEGATION.ACCOUNT_ID, given.taker())
                .set(DELEGATION.FROM_ON, given.days().from())
                .set(DELEGATION.UNTIL_ON, until)
                .set(DELEGATION.GIVEN_AT, now)
                .execute();
        var u = DELEGATION_UNIT;
        var rows = given.units().stream()
                .map(unit -> DSL.row(
                        given.id(),
                        unit,
                        given.giver(),
                        given.taker(),
                        given.days().from(),
                        until))
                .toList();
        db.insertInto(u, u.DELEGATION_ID, u.UNIT_ID, u.GIVER_ACCOUNT_ID, u.ACCOUNT_ID, u.FROM_ON, u.UNTIL_ON)
                .valuesOfRows(rows)
                .execute();
        number.renew();
    }

    Optional<Delegation> lock(UUID id) {
        db.select(DELEGATION.ID)
                .from(DELEGATION)
                .where(DELEGATION.ID.eq(id))
                .forUpdate()
                .fetch();
        return of(DELEGATION.ID.eq(id)).stream().findFirst();
    }

    void revoke(UUID id, AccountId by, Instant now, LocalDate today) {
        db.update(DELEGATION)
                .set(DELEGATION.REVOKED_AT, now)
                .set(DELEGATION.REVOKER_ACCOUNT_ID, by)
                .where(DELEGATION.ID.eq(id))
                .execute();
        var u = DELEGATION_UNIT;
        db.update(u)
                .set(u.UNTIL_ON, greatest(u.FROM_ON, least(u.UNTIL_ON, val(today))))
                .where(u.DELEGATION_ID.eq(id))
                .execute();
        number.renew();
    }

    List<Delegation> givenBy(AccountId giver) {
        return of(DELEGATION.GIVER_ACCOUNT_ID.eq(giver));
    }

    List<Delegation> givenTo(AccountId taker) {
        return of(DELEGATION.ACCOUNT_ID.eq(taker));
    }

    /** Those that concern a unit of the scope and were given neither by the account nor to it. */
    List<Delegation> others(Scope scope, AccountId except) {
        var u = DELEGATION_UNIT;
        return of(DELEGATION
                .GIVER_ACCOUNT_ID
                .ne(except)
                .and(DELEGATION.ACCOUNT_ID.ne(except))
                .andExists(
                        DSL.selectOne().from(u).where(u.DELEGATION_ID.eq(DELEGATION.ID), scope.condition(u.UNIT_ID))));
    }

    private List<Delegation> of(Condition which) {
        var heads = db.selectFrom(DELEGATION)
                .where(which)
                .orderBy(DELEGATION.FROM_ON.desc(), DELEGATION.ID.desc())
                .limit(MOST)
                .fetch();
        Map<UUID, Set<UnitId>> units = db
                .select(DELEGATION_UNIT.DELEGATION_ID, DELEGATION_UNIT.UNIT_ID)
                .from(DELEGATION_UNIT)
                .where(DELEGATION_UNIT.DELEGATION_ID.in(heads.getValues(DELEGATION.ID)))
                .fetchGroups(DELEGATION_UNIT.DELEGATION_ID, DELEGATION_UNIT.UNIT_ID)
                .entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, of -> Set.copyOf(of.getValue())));
        return heads.map(found -> new Delegation(
                found.get(DELEGATION.ID),
                found.get(DELEGATION.GIVER_ACCOUNT_ID),
                found.get(DELEGATION.ACCOUNT_ID),
                units.getOrDefault(found.get(DELEGATION.ID), Set.of()),
                new DateRange(found.get(DELEGATION.FROM_ON), found.get(DELEGATION.UNTIL_ON)),
                found.get(DELEGATION.REVOKED_AT) != null));
    }
}
