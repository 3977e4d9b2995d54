package org.giaoban.personaldata;

import static org.giaoban.personaldata.db.Tables.ERASURE;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.giaoban.kernel.AccountId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** The marks of those who were erased. */
@Repository
class ErasureRepository {

    private final DSLContext db;

    ErasureRepository(DSLContext db) {
        this.db = db;
    }

    void insert(Erasure one) {
        var person = one.person();
        db.insertInto(ERASURE)
                .set(ERASURE.ID, one.id())
                .set(ERASURE.PERSON_ID, person)
                .set(
                        ERASURE.ACCOUNT_IDS,
                        one.accounts().stream().map(AccountId::value).toArray(UUID[]::new))
                .set(ERASURE.MARK, one.mark())
                .set(ERASURE.ERASED_AT, one.at())
                .onConflictDoNothing()
                .execute();
    }

    List<Erasure> all() {
        return db.select(ERASURE.ID, ERASURE.PERSON_ID, ERASURE.ACCOUNT_IDS, ERASURE.MARK, ERASURE.ERASED_AT)
                .from(ERASURE)
                .orderBy(ERASURE.ERASED_AT, ERASURE.ID)
                .fetch(row -> new Erasure(
                        row.value1(),
                        row.value2(),
                        Stream.of(row.value3()).map(AccountId::new).toList(),
                        row.value4(),
                        row.value5()));
    }
}
