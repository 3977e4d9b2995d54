package org.giaoban.people;

import static org.giaoban.people.db.Tables.IDENTIFIER;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.Uuid7;
import org.giaoban.vault.Place;
import org.giaoban.vault.Sealed;
import org.giaoban.vault.Vault;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Numbers of persons, kept under seal and found by their blind index; row-level security hides those of other units. */
@Repository
class NumberRepository {

    private final DSLContext db;
    private final Vault vault;

    NumberRepository(DSLContext db, Vault vault) {
        this.db = db;
        this.vault = vault;
    }

    Numbers find(PersonId person) {
        var found = new EnumMap<Numbers.Kind, String>(Numbers.Kind.class);
        db.select(IDENTIFIER.KIND, IDENTIFIER.ID, IDENTIFIER.NUMBER)
                .from(IDENTIFIER)
                .where(IDENTIFIER.PERSON_ID.eq(person))
                .forEach(kept -> found.put(Numbers.Kind.valueOf(kept.value1()), open(kept.value2(), kept.value3())));
        return numbers(found);
    }

    private static Numbers numbers(Map<Numbers.Kind, String> found) {
        return new Numbers(
                found.getOrDefault(Numbers.Kind.CITIZEN, ""), found.getOrDefault(Numbers.Kind.MEMBER_CARD, ""));
    }

    /** Persons with exactly this number, of whatever kind. */
    Set<PersonId> having(String number) {
        return db.select(IDENTIFIER.PERSON_ID)
                .from(IDENTIFIER)
                .where(IDENTIFIER.NUMBER_INDEX.eq(vault.index(PersonSeals.NUMBER, number)))
                .fetchSet(IDENTIFIER.PERSON_ID);
    }

    /** In place of what was known before; the constraint refuses a number that somebody else has. */
    void write(PersonId person, UnitId keeper, Numbers numbers) {
        db.deleteFrom(IDENTIFIER).where(IDENTIFIER.PERSON_ID.eq(person)).execute();
        for (var kind : Numbers.Kind.values()) {
            var number = numbers.of(kind);
            if (!number.isEmpty()) {
                insert(person, keeper, kind, number);
            }
        }
    }

    private void insert(PersonId person, UnitId keeper, Numbers.Kind kind, String number) {
        var id = Uuid7.next();
        db.insertInto(IDENTIFIER)
                .set(IDENTIFIER.ID, id)
                .set(IDENTIFIER.PERSON_ID, person)
                .set(IDENTIFIER.KEEPER_UNIT_ID, keeper)
                .set(IDENTIFIER.KIND, kind.name())
                .set(
                        IDENTIFIER.NUMBER,
                        vault.seal(PersonSeals.NUMBER, place(id), number).bytes())
                .set(IDENTIFIER.NUMBER_INDEX, vault.index(PersonSeals.NUMBER, number))
                .execute();
    }

    void move(PersonId person, UnitId keeper) {
        db.update(IDENTIFIER)
                .set(IDENTIFIER.KEEPER_UNIT_ID, keeper)
                .where(IDENTIFIER.PERSON_ID.eq(person))
                .execute();
    }

    private String open(UUID id, byte[] kept) {
        return vault.open(PersonSeals.NUMBER, place(id), new Sealed(kept));
    }

    private static Place place(UUID id) {
        return new Place(PersonSeals.NUMBERS, "number", id);
    }
}
