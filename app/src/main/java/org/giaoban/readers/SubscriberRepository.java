package org.giaoban.readers;

import static org.giaoban.readers.db.Tables.ISSUE;
import static org.giaoban.readers.db.Tables.SUBSCRIBER;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Who asked for letters, and which letters were written. */
@Repository
class SubscriberRepository {

    private static final List<SelectField<?>> COLUMNS = List.of(
            SUBSCRIBER.ID,
            SUBSCRIBER.ADDRESS,
            SUBSCRIBER.PACE,
            SUBSCRIBER.LANGUAGE,
            SUBSCRIBER.TOKEN,
            SUBSCRIBER.CONFIRMED_AT);

    private final DSLContext db;
    private final SubscriberSeal seal;

    SubscriberRepository(DSLContext db, SubscriberSeal seal) {
        this.db = db;
        this.seal = seal;
    }

    private Subscriber subscriber(Record kept) {
        var id = kept.get(SUBSCRIBER.ID);
        return new Subscriber(
                id,
                seal.open(id, kept.get(SUBSCRIBER.ADDRESS)),
                Pace.valueOf(kept.get(SUBSCRIBER.PACE)),
                kept.get(SUBSCRIBER.LANGUAGE),
                kept.get(SUBSCRIBER.TOKEN),
                kept.get(SUBSCRIBER.CONFIRMED_AT));
    }

    /** False when the address is there already, in whatever letters. */
    boolean insert(Subscriber subscriber, Instant now) {
        return db.insertInto(SUBSCRIBER)
                        .set(SUBSCRIBER.ID, subscriber.id())
                        .set(SUBSCRIBER.ADDRESS, seal.close(subscriber.id(), subscriber.address()))
                        .set(SUBSCRIBER.ADDRESS_INDEX, seal.index(subscriber.address()))
                        .set(SUBSCRIBER.PACE, subscriber.pace().name())
                        .set(SUBSCRIBER.LANGUAGE, subscriber.language())
                        .set(SUBSCRIBER.TOKEN, subscriber.token())
                        .set(SUBSCRIBER.MADE_AT, now)
                        .set(SUBSCRIBER.CONFIRMED_AT, subscriber.confirmedAt())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    Optional<Subscriber> byAddress(String address) {
        return db.select(COLUMNS)
                .from(SUBSCRIBER)
                .where(SUBSCRIBER.ADDRESS_INDEX.eq(seal.index(address)))
                .fetchOptional(this::subscriber);
    }

    Optional<Subscriber> byToken(String token) {
        return db.select(COLUMNS)
                .from(SUBSCRIBER)
                .where(SUBSCRIBER.TOKEN.eq(token))
                .fetchOptional(this::subscriber);
    }

    void confirm(UUID id, Instant now) {
        db.update(SUBSCRIBER)
                .set(SUBSCRIBER.CONFIRMED_AT, now)
                .where(SUBSCRIBER.ID.eq(id), SUBSCRIBER.CONFIRMED_AT.isNull())
                .execute();
    }

    void pace(UUID id, Pace pace, String language) {
        db.update(SUBSCRIBER)
                .set(SUBSCRIBER.PACE, pace.name())
                .set(SUBSCRIBER.LANGUAGE, language)
                .where(SUBSCRIBER.ID.eq(id))
                .execute();
    }

    void delete(UUID id) {
        db.deleteFrom(SUBSCRIBER).where(SUBSCRIBER.ID.eq(id)).execute();
    }

    List<Subscriber> confirmed(Pace pace, @Nullable UUID after, int limit) {
        return db.select(COLUMNS)
                .from(SUBSCRIBER)
                .where(SUBSCRIBER.PACE.eq(pace.name()), SUBSCRIBER.CONFIRMED_AT.isNotNull())
                .and(after == null ? noCondition() : SUBSCRIBER.ID.gt(after))
                .orderBy(SUBSCRIBER.ID)
                .limit(limit)
                .fetch(this::subscriber);
    }

    int count(Pace pace) {
        return db.fetchCount(SUBSCRIBER, SUBSCRIBER.PACE.eq(pace.name()), SUBSCRIBER.CONFIRMED_AT.isNotNull());
    }

    int unconfirmed() {
        return db.fetchCount(SUBSCRIBER, SUBSCRIBER.CONFIRMED_AT.isNull());
    }

    void forgetUnconfirmed(Instant before) {
        db.deleteFrom(SUBSCRIBER)
                .where(SUBSCRIBER.CONFIRMED_AT.isNull(), SUBSCRIBER.MADE_AT.lt(before))
                .execute();
    }

    /** A letter that was written. */
    record Issue(Pace pace, Instant until, int articles, int letters) {}

    /** True for the one that writes this moment's letters; others see that it is done. */
    boolean begin(Pace pace, Instant until) {
        return db.insertInto(ISSUE)
                        .set(ISSUE.PACE, pace.name())
                        .set(ISSUE.UNTIL_AT, until)
                        .set(ISSUE.ARTICLES, 0)
                        .set(ISSUE.LETTERS, 0)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    void written(Issue issue) {
        db.update(ISSUE)
                .set(ISSUE.ARTICLES, issue.articles())
                .set(ISSUE.LETTERS, issue.letters())
                .where(ISSUE.PACE.eq(issue.pace().name()), ISSUE.UNTIL_AT.eq(issue.until()))
                .execute();
    }

    /** The last one before a moment. */
    Optional<Instant> before(Pace pace, Instant moment) {
        return db.select(ISSUE.UNTIL_AT)
                .from(ISSUE)
                .where(ISSUE.PACE.eq(pace.name()), ISSUE.UNTIL_AT.lt(moment))
                .orderBy(ISSUE.UNTIL_AT.desc())
                .limit(1)
                .fetchOptional(ISSUE.UNTIL_AT);
    }

    List<Issue> newest(int limit) {
        return db.select(row(ISSUE.PACE.convertFrom(Pace::valueOf), ISSUE.UNTIL_AT, ISSUE.ARTICLES, ISSUE.LETTERS)
                        .mapping(Issue::new))
                .from(ISSUE)
                .orderBy(ISSUE.UNTIL_AT.desc(), ISSUE.PACE)
                .limit(limit)
                .fetch(Record1::value1);
    }
}
