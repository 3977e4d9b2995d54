package org.giaoban.organization;

import static org.giaoban.organization.db.Tables.MANDATE;
import static org.giaoban.organization.db.Tables.POST;
import static org.giaoban.organization.db.Tables.UNIT_KIND;
import static org.giaoban.organization.db.Tables.UNIT_VERSION;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.replace;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.when;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.db.tables.UnitKind;
import org.giaoban.organization.db.tables.UnitVersion;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record1;
import org.jooq.SelectField;
import org.springframework.stereotype.Repository;

/** Who holds which post from when to when, with the full title as the unit was called then. */
@Repository
class MandateRepository {

    private static final int MOST = 2000;
    private static final UnitVersion PLACE = UNIT_VERSION.as("place");
    private static final UnitVersion ABOVE = UNIT_VERSION.as("above");
    private static final UnitKind PLACE_KIND = UNIT_KIND.as("place_kind");
    private static final UnitKind ABOVE_KIND = UNIT_KIND.as("above_kind");

    private final DSLContext db;

    MandateRepository(DSLContext db) {
        this.db = db;
    }

    Optional<Mandate> holder(UnitId unit, String post, LocalDate day) {
        return on(day, MANDATE.UNIT_ID.eq(unit).and(MANDATE.POST.eq(post))).stream()
                .findFirst();
    }

    /** Mandates in the units on that day, most senior first. */
    List<Mandate> in(Collection<UnitId> units, LocalDate day) {
        return on(day, MANDATE.UNIT_ID.in(units));
    }

    /** Mandates of the persons on that day, most senior first. */
    List<Mandate> of(Collection<PersonId> persons, LocalDate day) {
        return on(day, MANDATE.PERSON_ID.in(persons));
    }

    /** All mandates of a person, now and before, the latest first, titled as on their first day. */
    List<Mandate> everOf(PersonId person) {
        return ever(MANDATE.PERSON_ID.eq(person));
    }

    /** All mandates in a unit, now and before, the latest first. */
    List<Mandate> everIn(UnitId unit) {
        return ever(MANDATE.UNIT_ID.eq(unit));
    }

    Optional<Mandate> find(UUID id) {
        return ever(MANDATE.ID.eq(id)).stream().findFirst();
    }

    private List<Mandate> on(LocalDate day, Condition condition) {
        return list(condition.and(Days.holds(MANDATE.VALID, day)), inline(day), POST.RANK.asc());
    }

    private List<Mandate> ever(Condition condition) {
        return list(
                condition, Days.from(MANDATE.VALID), Days.from(MANDATE.VALID).desc());
    }

    private List<Mandate> list(Condition condition, Field<LocalDate> asOf, OrderField<?> first) {
        return db.select(aMandate())
                .from(MANDATE)
                .join(POST)
                .on(POST.CODE.eq(MANDATE.POST))
                .join(PLACE)
                .on(PLACE.UNIT_ID.eq(MANDATE.UNIT_ID).and(holdsOn(PLACE, asOf)))
                .join(PLACE_KIND)
                .on(PLACE_KIND.CODE.eq(PLACE.KIND))
                .leftJoin(ABOVE)
                .on(ABOVE.UNIT_ID.eq(PLACE.PARENT_UNIT_ID).and(holdsOn(ABOVE, asOf)))
                .leftJoin(ABOVE_KIND)
                .on(ABOVE_KIND.CODE.eq(ABOVE.KIND))
                .where(condition)
                .orderBy(first, POST.RANK, PLACE_KIND.RANK, Days.from(MANDATE.VALID), MANDATE.ID)
                .limit(MOST)
                .fetch(Record1::value1);
    }

    /** What tells one mandate from another in a data file. */
    record Start(PersonId person, UnitId unit, String post, LocalDate from) {

        static Start of(NewMandate mandate) {
            return new Start(
                    mandate.person(),
                    mandate.unit(),
                    mandate.post(),
                    mandate.valid().from());
        }
    }

    Set<Start> starts(Collection<UnitId> units) {
        return db.select(MANDATE.PERSON_ID, MANDATE.UNIT_ID, MANDATE.POST, Days.from(MANDATE.VALID))
                .from(MANDATE)
                .where(MANDATE.UNIT_ID.in(units))
                .fetchSet(mapping(Start::new));
    }

    void insert(UUID id, NewMandate mandate, boolean single) {
        db.insertInto(MANDATE)
                .set(MANDATE.ID, id)
                .set(MANDATE.PERSON_ID, mandate.person())
                .set(MANDATE.UNIT_ID, mandate.unit())
                .set(MANDATE.POST, mandate.post())
                .set(MANDATE.SINGLE, single)
                .set(MANDATE.METHOD, mandate.method().name())
                .set(Days.write(MANDATE.VALID), Days.value(mandate.valid()))
                .set(MANDATE.DECISION, mandate.decision())
                .execute();
    }

    /** Whether the same post, of one holder, or the same post of the same person, is taken on a day of the range. */
    List<Mandate> inTheWay(NewMandate mandate, boolean single) {
        Condition same = single ? noCondition() : MANDATE.PERSON_ID.eq(mandate.person());
        return ever(same.and(MANDATE.UNIT_ID.eq(mandate.unit()))
                .and(MANDATE.POST.eq(mandate.post()))
                .and("{0} && {1}", MANDATE.VALID, Days.value(mandate.valid())));
    }

    void end(UUID id, DateRange valid) {
        db.update(MANDATE)
                .set(Days.write(MANDATE.VALID), Days.value(valid))
                .where(MANDATE.ID.eq(id))
                .execute();
    }

    private static Condition holdsOn(UnitVersion version, Field<LocalDate> asOf) {
        return condition("{0} @> {1}", version.VALID, asOf);
    }

    private static SelectField<Mandate> aMandate() {
        return row(
                        MANDATE.ID,
                        MANDATE.PERSON_ID,
                        MANDATE.UNIT_ID,
                        MANDATE.POST,
                        title(),
                        MANDATE.METHOD.convertFrom(Method.class, Method::valueOf),
                        Days.from(MANDATE.VALID),
                        Days.until(MANDATE.VALID),
                        MANDATE.DECISION)
                .mapping((id, person, unit, post, title, method, from, until, decision) ->
                        new Mandate(id, person, unit, post, title, method, Days.range(from, until), decision));
    }

    private static Field<String> title() {
        var above = coalesce(called(ABOVE_KIND.IN_TITLE, ABOVE), inline(""));
        return concat(
                POST.IN_TITLE,
                when(PLACE_KIND.IN_TITLE.eq(""), inline("")).otherwise(inline(" ")),
                replace(called(PLACE_KIND.IN_TITLE, PLACE), inline("{parent}"), above));
    }

    private static Field<String> called(Field<String> pattern, UnitVersion unit) {
        return replace(replace(pattern, inline("{name}"), unit.NAME), inline("{short}"), unit.SHORT_NAME);
    }
}
