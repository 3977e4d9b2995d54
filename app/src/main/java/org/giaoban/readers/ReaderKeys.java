package org.giaoban.readers;

import static java.util.Objects.requireNonNull;
import static org.giaoban.readers.db.Tables.READER_KEY;

import java.time.LocalDate;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** The keys as rows: one for each purpose and stretch of time. */
@Repository
class ReaderKeys {

    private final DSLContext db;

    ReaderKeys(DSLContext db) {
        this.db = db;
    }

    Optional<byte[]> find(Marks.Purpose purpose, LocalDate since) {
        return db.select(READER_KEY.KEY)
                .from(READER_KEY)
                .where(READER_KEY.PURPOSE.eq(purpose.name()), READER_KEY.SINCE.eq(since))
                .fetchOptional(READER_KEY.KEY);
    }

    /** This key, or the one that was there first. */
    byte[] keep(Marks.Purpose purpose, LocalDate since, byte[] key) {
        db.insertInto(READER_KEY)
                .set(READER_KEY.PURPOSE, purpose.name())
                .set(READER_KEY.SINCE, since)
                .set(READER_KEY.KEY, key)
                .onConflictDoNothing()
                .execute();
        return requireNonNull(find(purpose, since).orElse(null));
    }

    void forget(Marks.Purpose purpose, LocalDate before) {
        db.deleteFrom(READER_KEY)
                .where(READER_KEY.PURPOSE.eq(purpose.name()), READER_KEY.SINCE.lt(before))
                .execute();
    }
}
