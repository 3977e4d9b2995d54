package org.giaoban.readers;

import static org.giaoban.readers.db.Tables.WORD;
import static org.jooq.impl.DSL.row;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.giaoban.kernel.Uuid7;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The words that comments are looked through for, each with its days. */
@Repository
class WordRepository {

    private static final int MOST = 2_000;

    /** A word of a list; {@code until} is the first day on which it no longer counts. */
    record Word(
            UUID id,
            WordEffect effect,
            String text,
            LocalDate from,
            @Nullable LocalDate until) {}

    private static final SelectField<Word> A_WORD = row(
                    WORD.ID, WORD.EFFECT.convertFrom(WordEffect::valueOf), WORD.TEXT, WORD.VALID_FROM, WORD.VALID_UNTIL)
            .mapping(Word::new);

    private final DSLContext db;

    WordRepository(DSLContext db) {
        this.db = db;
    }

    List<Map.Entry<WordEffect, String>> inForce(LocalDate day) {
        return db.select(WORD.EFFECT, WORD.TEXT)
                .from(WORD)
                .where(WORD.VALID_FROM.le(day))
                .and(WORD.VALID_UNTIL.isNull().or(WORD.VALID_UNTIL.gt(day)))
                .orderBy(WORD.EFFECT, WORD.TEXT)
                .limit(MOST)
                .fetch(row -> Map.entry(WordEffect.valueOf(row.value1()), row.value2()));
    }

    /** Every word of a list that has not ended before the day. */
    List<Word> of(WordEffect effect, LocalDate day) {
        return db.select(A_WORD)
                .from(WORD)
                .where(WORD.EFFECT.eq(effect.name()))
                .and(WORD.VALID_UNTIL.isNull().or(WORD.VALID_UNTIL.gt(day)))
                .orderBy(WORD.TEXT, WORD.VALID_FROM)
                .limit(MOST)
                .fetch(Record1::value1);
    }

    Optional<Word> find(UUID id) {
        return db.select(A_WORD).from(WORD).where(WORD.ID.eq(id)).fetchOptional(Record1::value1);
    }

    /** False when the list has that word from that day already. */
    boolean add(WordEffect effect, String text, LocalDate from) {
        return db.insertInto(WORD)
                        .set(WORD.ID, Uuid7.next())
                        .set(WORD.EFFECT, effect.name())
                        .set(WORD.TEXT, text)
                        .set(WORD.VALID_FROM, from)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** The words of the profile; those the office knows already, even as ended, stay as they are. */
    void load(WordEffect effect, List<String> texts, LocalDate from) {
        db.batch(texts.stream()
                        .map(text -> db.insertInto(WORD)
                                .set(WORD.ID, Uuid7.next())
                                .set(WORD.EFFECT, effect.name())
                                .set(WORD.TEXT, text)
                                .set(WORD.VALID_FROM, from)
                                .onConflictDoNothing())
                        .toList())
                .execute();
    }

    boolean end(UUID id, LocalDate until) {
        return db.update(WORD)
                        .set(WORD.VALID_UNTIL, until)
                        .where(WORD.ID.eq(id))
                        .and(WORD.VALID_UNTIL.isNull())
                        .and(WORD.VALID_FROM.lt(until))
                        .execute()
                == 1;
    }
}
