package org.giaoban.wording;

import static org.giaoban.wording.db.Tables.PHRASE;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.giaoban.kernel.Uuid7;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record5;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The phrases as rows, each with its days. */
@Repository
class Phrases {

    private static final int MOST = 2_000;

    /** A phrase of a list; {@code until} is the first day on which it no longer counts. */
    record Phrase(
            UUID id,
            Sense sense,
            String text,
            LocalDate from,
            @Nullable LocalDate until) {}

    private final DSLContext db;

    Phrases(DSLContext db) {
        this.db = db;
    }

    List<Map.Entry<Sense, String>> inForce(LocalDate day) {
        return db.select(PHRASE.SENSE, PHRASE.TEXT)
                .from(PHRASE)
                .where(inForceOn(day))
                .orderBy(PHRASE.SENSE, PHRASE.TEXT)
                .limit(MOST)
                .fetch(row -> Map.entry(Sense.valueOf(row.value1()), row.value2()));
    }

    private static Condition inForceOn(LocalDate day) {
        return PHRASE.VALID_FROM.le(day).and(PHRASE.VALID_UNTIL.isNull().or(PHRASE.VALID_UNTIL.gt(day)));
    }

    /** Every phrase of a list that has not ended before the day. */
    List<Phrase> of(Sense sense, LocalDate day) {
        return db.select(PHRASE.ID, PHRASE.SENSE, PHRASE.TEXT, PHRASE.VALID_FROM, PHRASE.VALID_UNTIL)
                .from(PHRASE)
                .where(PHRASE.SENSE.eq(sense.name()))
                .and(PHRASE.VALID_UNTIL.isNull().or(PHRASE.VALID_UNTIL.gt(day)))
                .orderBy(PHRASE.TEXT, PHRASE.VALID_FROM)
                .limit(MOST)
                .fetch(Phrases::phrase);
    }

    private static Phrase phrase(Record5<UUID, String, String, LocalDate, LocalDate> row) {
        return new Phrase(row.value1(), Sense.valueOf(row.value2()), row.value3(), row.value4(), row.value5());
    }

    Optional<Phrase> find(UUID id) {
        return db.select(PHRASE.ID, PHRASE.SENSE, PHRASE.TEXT, PHRASE.VALID_FROM, PHRASE.VALID_UNTIL)
                .from(PHRASE)
                .where(PHRASE.ID.eq(id))
                .fetchOptional(Phrases::phrase);
    }

    /** False when the list has that phrase from that day already. */
    boolean add(Sense sense, String text, LocalDate from) {
        return db.insertInto(PHRASE)
                        .set(PHRASE.ID, Uuid7.next())
                        .set(PHRASE.SENSE, sense.name())
                        .set(PHRASE.TEXT, text)
                        .set(PHRASE.VALID_FROM, from)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** The phrases of the profile; those the office knows already, even as ended, stay as they are. */
    void load(Sense sense, List<String> texts, LocalDate from) {
        db.batch(texts.stream()
                        .map(text -> db.insertInto(PHRASE)
                                .set(PHRASE.ID, Uuid7.next())
                                .set(PHRASE.SENSE, sense.name())
                                .set(PHRASE.TEXT, text)
                                .set(PHRASE.VALID_FROM, from)
                                .onConflictDoNothing())
                        .toList())
                .execute();
    }

    boolean end(UUID id, LocalDate until) {
        return db.update(PHRASE)
                        .set(PHRASE.VALID_UNTIL, until)
                        .where(PHRASE.ID.eq(id))
                        .and(PHRASE.VALID_UNTIL.isNull())
                        .and(PHRASE.VALID_FROM.lt(until))
                        .execute()
                == 1;
    }
}
