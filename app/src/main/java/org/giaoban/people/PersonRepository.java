package org.giaoban.people;

import static org.giaoban.people.db.Tables.PERSON;
import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.giaoban.access.Scope;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.VietnameseText;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Reads and writes persons; lists are in the order of given names. */
@Repository
class PersonRepository {

    private static final String VIETNAMESE = "vi-x-icu";
    private static final Field<PersonId> ID = PERSON.ID.convertFrom(PersonId.class, PersonId::new);
    private static final Field<String> GIVEN = PERSON.GIVEN_NAME.collate(VIETNAMESE);
    private static final Field<String> FULL = PERSON.FULL_NAME.collate(VIETNAMESE);

    private static final SelectField<Person> A_PERSON = row(
                    ID,
                    PERSON.CODE,
                    PERSON.FULL_NAME,
                    PERSON.GENDER.convertFrom(Gender.class, Gender::valueOf),
                    PERSON.BIRTH_YEAR.convertFrom(Integer.class, year -> year == null ? null : year.intValue()),
                    PERSON.NATIVE_PLACE,
                    PERSON.KEEPER_UNIT_ID,
                    PERSON.VERSION)
            .mapping(Person::new);

    /** Names with these words, and these persons besides. */
    record Wanted(String folded, Set<PersonId> persons) {}

    private final DSLContext db;

    PersonRepository(DSLContext db) {
        this.db = db;
    }

    Optional<Person> find(PersonId id) {
        return db.select(A_PERSON).from(PERSON).where(PERSON.ID.eq(id.value())).fetchOptional(Record1::value1);
    }

    Map<PersonId, String> names(Collection<PersonId> ids) {
        return db.select(ID, PERSON.FULL_NAME)
                .from(PERSON)
                .where(PERSON.ID.in(values(ids)))
                .fetchMap(Record2::value1, Record2::value2);
    }

    Map<String, PersonId> codes(Collection<String> codes) {
        return db.select(PERSON.CODE, ID)
                .from(PERSON)
                .where(PERSON.CODE.in(codes))
                .fetchMap(Record2::value1, Record2::value2);
    }

    Set<PersonId> visible(Collection<PersonId> ids, Scope scope) {
        return db.select(ID)
                .from(PERSON)
                .where(PERSON.ID.in(values(ids)))
                .and(scope.condition(PERSON.KEEPER_UNIT_ID))
                .fetchSet(Record1::value1);
    }

    /** A page of the list after the given person. */
    List<Person> page(Wanted wanted, Scope scope, @Nullable UnitId keeper, @Nullable PersonId after, int most) {
        var condition = wanted(wanted).and(scope.condition(PERSON.KEEPER_UNIT_ID));
        if (keeper != null) {
            condition = condition.and(PERSON.KEEPER_UNIT_ID.eq(keeper));
        }
        if (after != null) {
            condition = condition.and(row(GIVEN, FULL, PERSON.ID)
                    .gt(select(PERSON.GIVEN_NAME, PERSON.FULL_NAME, PERSON.ID)
                            .from(PERSON)
                            .where(PERSON.ID.eq(after.value()))));
        }
        return db.select(A_PERSON)
                .from(PERSON)
                .where(condition)
                .orderBy(GIVEN, FULL, PERSON.ID)
                .limit(most)
                .fetch(Record1::value1);
    }

    /** Names that carry the typed tones come first, then the order of given names. */
    List<Person> search(String typed, Scope scope, int most) {
        var exact = case_().when(PERSON.FULL_NAME.containsIgnoreCase(typed), 0).else_(1);
        return db.select(A_PERSON)
                .from(PERSON)
                .where(matches(VietnameseText.fold(typed)))
                .and(scope.condition(PERSON.KEEPER_UNIT_ID))
                .orderBy(exact, GIVEN, FULL, PERSON.ID)
                .limit(most)
                .fetch(Record1::value1);
    }

    private static Condition wanted(Wanted wanted) {
        var names = matches(wanted.folded());
        return wanted.persons().isEmpty() ? names : names.or(PERSON.ID.in(values(wanted.persons())));
    }

    private static Condition matches(String folded) {
        Condition words = noCondition();
        for (var word : folded.split("\\s+")) {
            words = words.and(PERSON.NAME_FOLD.contains(word));
        }
        return folded.isBlank() ? words : words.or(PERSON.CODE.equalIgnoreCase(folded));
    }

    void insert(Person person) {
        db.insertInto(PERSON)
                .set(PERSON.ID, person.id().value())
                .set(PERSON.CODE, person.code())
                .set(PERSON.FULL_NAME, person.fullName())
                .set(PERSON.GENDER, person.gender().name())
                .set(PERSON.BIRTH_YEAR, year(person.birthYear()))
                .set(PERSON.NATIVE_PLACE, person.nativePlace())
                .set(PERSON.KEEPER_UNIT_ID, person.keeper())
                .execute();
    }

    /** Writes the person over the version it was read as; 0 when somebody else was faster. */
    int update(Person person) {
        return db.update(PERSON)
                .set(PERSON.FULL_NAME, person.fullName())
                .set(PERSON.GENDER, person.gender().name())
                .set(PERSON.BIRTH_YEAR, year(person.birthYear()))
                .set(PERSON.NATIVE_PLACE, person.nativePlace())
                .set(PERSON.KEEPER_UNIT_ID, person.keeper())
                .set(PERSON.VERSION, PERSON.VERSION.plus(1))
                .where(PERSON.ID.eq(person.id().value()))
                .and(PERSON.VERSION.eq(person.version()))
                .execute();
    }

    private static @Nullable Short year(@Nullable Integer year) {
        return year == null ? null : year.shortValue();
    }

    private static List<UUID> values(Collection<PersonId> ids) {
        return ids.stream().map(PersonId::value).toList();
    }
}
