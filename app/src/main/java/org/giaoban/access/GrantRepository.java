package org.giaoban.access;

import static org.giaoban.access.db.Tables.GRANTED_RIGHT;
import static org.giaoban.access.db.Tables.ROLE_CAPABILITY;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.row;

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
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Reads and writes grants; roles are opened into their capabilities by the query. */
@Repository
class GrantRepository {

    /** More grants than this are never shown at once. */
    static final int MOST = 500;

    static final SelectField<Grant> A_GRANT = row(
                    GRANTED_RIGHT.ID,
                    GRANTED_RIGHT.ACCOUNT_ID,
                    GRANTED_RIGHT.CAPABILITY,
                    GRANTED_RIGHT.ROLE,
                    GRANTED_RIGHT.UNIT_ID,
                    GRANTED_RIGHT.REACH,
                    GRANTED_RIGHT.FROM_ON,
                    GRANTED_RIGHT.UNTIL_ON)
            .mapping(GrantRepository::grant);

    private final DSLContext db;
    private final GrantNumber number;

    GrantRepository(DSLContext db, GrantNumber number) {
        this.db = db;
        this.number = number;
    }

    /** One capability held in one unit on a day. */
    record Valid(Capability capability, UnitId unit, Reach reach) {}

    List<Valid> valid(AccountId account, LocalDate today) {
        var capability = coalesce(GRANTED_RIGHT.CAPABILITY, ROLE_CAPABILITY.CAPABILITY);
        return db.selectDistinct(capability, GRANTED_RIGHT.UNIT_ID, GRANTED_RIGHT.REACH)
                .from(GRANTED_RIGHT)
                .leftJoin(ROLE_CAPABILITY)
                .on(ROLE_CAPABILITY.ROLE.eq(GRANTED_RIGHT.ROLE))
                .where(GRANTED_RIGHT.ACCOUNT_ID.eq(account))
                .and(onDay(today))
                .and(capability.isNotNull())
                .fetch(found ->
                        new Valid(Capability.valueOf(found.value1()), found.value2(), Reach.valueOf(found.value3())));
    }

    /** Accounts that hold the capability through a grant on one of these units. */
    Set<AccountId> holders(Capability capability, Collection<UnitId> units, Reach reach, LocalDate today) {
        return db.selectDistinct(GRANTED_RIGHT.ACCOUNT_ID)
                .from(GRANTED_RIGHT)
                .leftJoin(ROLE_CAPABILITY)
                .on(ROLE_CAPABILITY.ROLE.eq(GRANTED_RIGHT.ROLE))
                .where(GRANTED_RIGHT.UNIT_ID.in(units))
                .and(GRANTED_RIGHT.REACH.eq(reach.name()))
                .and(onDay(today))
                .and(coalesce(GRANTED_RIGHT.CAPABILITY, ROLE_CAPABILITY.CAPABILITY)
                        .eq(capability.name()))
                .fetchSet(GRANTED_RIGHT.ACCOUNT_ID);
    }

    /** Where each of these accounts holds the capability. */
    Map<AccountId, Set<Top>> held(Collection<AccountId> accounts, Capability capability, LocalDate today) {
        return db
                .selectDistinct(GRANTED_RIGHT.ACCOUNT_ID, GRANTED_RIGHT.UNIT_ID, GRANTED_RIGHT.REACH)
                .from(GRANTED_RIGHT)
                .leftJoin(ROLE_CAPABILITY)
                .on(ROLE_CAPABILITY.ROLE.eq(GRANTED_RIGHT.ROLE))
                .where(GRANTED_RIGHT.ACCOUNT_ID.in(accounts))
                .and(onDay(today))
                .and(coalesce(GRANTED_RIGHT.CAPABILITY, ROLE_CAPABILITY.CAPABILITY)
                        .eq(capability.name()))
                .stream()
                .collect(Collectors.groupingBy(
                        found -> found.value1(),
                        Collectors.mapping(
                                found -> new Top(found.value2(), Reach.valueOf(found.value3())), Collectors.toSet())));
    }

    /** What was given of these capabilities on these units themselves. */
    List<Grants.Holding> holdings(Collection<Capability> capabilities, Collection<UnitId> units, LocalDate today) {
        var capability = coalesce(GRANTED_RIGHT.CAPABILITY, ROLE_CAPABILITY.CAPABILITY);
        return db.selectDistinct(capability, GRANTED_RIGHT.UNIT_ID, GRANTED_RIGHT.REACH, GRANTED_RIGHT.ACCOUNT_ID)
                .from(GRANTED_RIGHT)
                .leftJoin(ROLE_CAPABILITY)
                .on(ROLE_CAPABILITY.ROLE.eq(GRANTED_RIGHT.ROLE))
                .where(GRANTED_RIGHT.UNIT_ID.in(units))
                .and(onDay(today))
                .and(capability.in(capabilities.stream().map(Capability::name).toList()))
                .fetch(found -> new Grants.Holding(
                        Capability.valueOf(found.value1()),
                        found.value2(),
                        Reach.valueOf(found.value3()),
                        found.value4()));
    }

    /** The units on which anybody holds the capability with everything below. */
    Set<UnitId> tops(Capability capability, LocalDate today) {
        return db.selectDistinct(GRANTED_RIGHT.UNIT_ID)
                .from(GRANTED_RIGHT)
                .leftJoin(ROLE_CAPABILITY)
                .on(ROLE_CAPABILITY.ROLE.eq(GRANTED_RIGHT.ROLE))
                .where(GRANTED_RIGHT.REACH.eq(Reach.BELOW.name()))
                .and(onDay(today))
                .and(coalesce(GRANTED_RIGHT.CAPABILITY, ROLE_CAPABILITY.CAPABILITY)
                        .eq(capability.name()))
                .fetchSet(GRANTED_RIGHT.UNIT_ID);
    }

    /** Accounts that hold anything, today or later, on a unit outside the scope. */
    Set<AccountId> outside(Scope scope, LocalDate today) {
        return db.selectDistinct(GRANTED_RIGHT.ACCOUNT_ID)
                .from(GRANTED_RIGHT)
                .where(GRANTED_RIGHT.UNTIL_ON.isNull().or(GRANTED_RIGHT.UNTIL_ON.gt(today)))
                .andNot(scope.condition(GRANTED_RIGHT.UNIT_ID))
                .fetchSet(GRANTED_RIGHT.ACCOUNT_ID);
    }

    List<Grant> of(AccountId account) {
        return newestFirst(GRANTED_RIGHT.ACCOUNT_ID.eq(account));
    }

    List<Grant> in(UnitId unit) {
        return newestFirst(GRANTED_RIGHT.UNIT_ID.eq(unit));
    }

    Optional<Grant> find(GrantId id) {
        return db.select(A_GRANT)
                .from(GRANTED_RIGHT)
                .where(GRANTED_RIGHT.ID.eq(id.value()))
                .fetchOptional(Record1::value1);
    }

    Optional<Grant> lock(GrantId id) {
        return db.select(A_GRANT)
                .from(GRANTED_RIGHT)
                .where(GRANTED_RIGHT.ID.eq(id.value()))
                .forUpdate()
                .fetchOptional(Record1::value1);
    }

    void insert(Grant grant, AccountId giver, Instant now) {
        db.insertInto(GRANTED_RIGHT)
                .set(GRANTED_RIGHT.ID, grant.id().value())
                .set(GRANTED_RIGHT.ACCOUNT_ID, grant.account())
                .set(
                        GRANTED_RIGHT.CAPABILITY,
                        grant.given() instanceof Given.OneCapability one
                                ? one.capability().name()
                                : null)
                .set(GRANTED_RIGHT.ROLE, grant.given() instanceof Given.WholeRole whole ? whole.role() : null)
                .set(GRANTED_RIGHT.UNIT_ID, grant.unit())
                .set(GRANTED_RIGHT.REACH, grant.reach().name())
                .set(GRANTED_RIGHT.FROM_ON, grant.valid().from())
                .set(GRANTED_RIGHT.UNTIL_ON, grant.valid().until())
                .set(GRANTED_RIGHT.GIVEN_AT, now)
                .set(GRANTED_RIGHT.GIVER_ACCOUNT_ID, giver)
                .execute();
        number.renew();
    }

    void end(GrantId id, LocalDate until, AccountId ender, Instant now) {
        db.update(GRANTED_RIGHT)
                .set(GRANTED_RIGHT.UNTIL_ON, until)
                .set(GRANTED_RIGHT.ENDED_AT, now)
                .set(GRANTED_RIGHT.ENDER_ACCOUNT_ID, ender)
                .where(GRANTED_RIGHT.ID.eq(id.value()))
                .execute();
        number.renew();
    }

    boolean exists(Grant grant) {
        return db.fetchExists(db.selectOne()
                .from(GRANTED_RIGHT)
                .where(GRANTED_RIGHT.ACCOUNT_ID.eq(grant.account()))
                .and(GRANTED_RIGHT.UNIT_ID.eq(grant.unit()))
                .and(GRANTED_RIGHT.REACH.eq(grant.reach().name()))
                .and(coalesce(GRANTED_RIGHT.CAPABILITY, GRANTED_RIGHT.ROLE).eq(stored(grant.given())))
                .and(GRANTED_RIGHT.FROM_ON.eq(grant.valid().from())));
    }

    List<Grant> running(Collection<UnitId> units, LocalDate day) {
        return db.select(A_GRANT)
                .from(GRANTED_RIGHT)
                .where(GRANTED_RIGHT.UNIT_ID.eq(DSL.any(units.toArray(UnitId[]::new))))
                .and(GRANTED_RIGHT.UNTIL_ON.isNull().or(GRANTED_RIGHT.UNTIL_ON.gt(day)))
                .orderBy(GRANTED_RIGHT.UNIT_ID, GRANTED_RIGHT.ID)
                .fetch(Record1::value1);
    }

    Map<UnitId, Integer> counts(Collection<UnitId> units) {
        return db.select(GRANTED_RIGHT.UNIT_ID, DSL.count())
                .from(GRANTED_RIGHT)
                .where(GRANTED_RIGHT.UNIT_ID.eq(DSL.any(units.toArray(UnitId[]::new))))
                .groupBy(GRANTED_RIGHT.UNIT_ID)
                .fetchMap(Record2::value1, Record2::value2);
    }

    private List<Grant> newestFirst(Condition which) {
        return db.select(A_GRANT)
                .from(GRANTED_RIGHT)
                .where(which)
                .orderBy(GRANTED_RIGHT.FROM_ON.desc(), GRANTED_RIGHT.ID.desc())
                .limit(MOST)
                .fetch(Record1::value1);
    }

    static Condition onDay(LocalDate today) {
        return GRANTED_RIGHT
                .FROM_ON
                .le(today)
                .and(GRANTED_RIGHT.UNTIL_ON.isNull().or(GRANTED_RIGHT.UNTIL_ON.gt(DSL.val(today))));
    }

    private static String stored(Given given) {
        return switch (given) {
            case Given.OneCapability one -> one.capability().name();
            case Given.WholeRole whole -> whole.role();
        };
    }

    private static Grant grant(
            UUID id,
            AccountId account,
            @Nullable String capability,
            @Nullable String role,
            UnitId unit,
            String reach,
            LocalDate from,
            @Nullable LocalDate until) {
        var given = capability != null
                ? new Given.OneCapability(Capability.valueOf(capability))
                : new Given.WholeRole(Objects.requireNonNull(role));
        return new Grant(new GrantId(id), account, given, unit, Reach.valueOf(reach), new DateRange(from, until));
    }
}
