package org.giaoban.files;

import static org.giaoban.files.db.Tables.CONTENT;
import static org.giaoban.files.db.Tables.STORED_FILE;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectOne;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.UnitId;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.SelectField;
import org.springframework.stereotype.Repository;

@Repository
class StoredFileRepository {

    private static final int MOST = 200;

    private static final SelectField<StoredFile> A_FILE = row(
                    STORED_FILE.ID,
                    STORED_FILE.NAME,
                    STORED_FILE.content().MEDIA_TYPE,
                    STORED_FILE.content().SIZE,
                    STORED_FILE.SHA256,
                    STORED_FILE.UPLOADED_AT)
            .mapping(
                    (id, name, type, size, sha256, at) -> new StoredFile(new FileId(id), name, type, size, sha256, at));

    private final DSLContext db;

    StoredFileRepository(DSLContext db) {
        this.db = db;
    }

    /** Notes that this content is wanted and holds its row until the end of the transaction. */
    void content(Received received, MediaType type, Instant now) {
        db.insertInto(CONTENT, CONTENT.SHA256, CONTENT.SIZE, CONTENT.MEDIA_TYPE, CONTENT.SEEN_AT)
                .values(received.sha256(), received.size(), type.mime(), now)
                .onConflict(CONTENT.SHA256)
                .doUpdate()
                .set(CONTENT.SEEN_AT, now)
                .execute();
    }

    void insert(StoredFile file, FileOwner owner, UnitId unit, AccountId account) {
        db.insertInto(STORED_FILE)
                .set(STORED_FILE.ID, file.id().value())
                .set(STORED_FILE.NAME, file.name())
                .set(STORED_FILE.SHA256, file.sha256())
                .set(STORED_FILE.OWNER_KIND, owner.kind())
                .set(STORED_FILE.OWNER_ID, owner.id())
                .set(STORED_FILE.UNIT_ID, unit)
                .set(STORED_FILE.ACCOUNT_ID, account)
                .set(STORED_FILE.UPLOADED_AT, file.uploadedAt())
                .execute();
    }

    List<StoredFile> of(FileOwner owner) {
        return db.select(A_FILE)
                .from(STORED_FILE)
                .where(STORED_FILE.OWNER_KIND.eq(owner.kind()), STORED_FILE.OWNER_ID.eq(owner.id()))
                .orderBy(STORED_FILE.UPLOADED_AT, STORED_FILE.ID)
                .limit(MOST)
                .fetch(Record1::value1);
    }

    Optional<StoredFile> find(FileId id) {
        return db.select(A_FILE)
                .from(STORED_FILE)
                .where(STORED_FILE.ID.eq(id.value()))
                .fetchOptional(Record1::value1);
    }

    Optional<FileOwner> owner(FileId id) {
        return db.select(STORED_FILE.OWNER_KIND, STORED_FILE.OWNER_ID)
                .from(STORED_FILE)
                .where(STORED_FILE.ID.eq(id.value()))
                .fetchOptional(found -> new FileOwner(found.value1(), found.value2()));
    }

    void delete(FileId id) {
        db.deleteFrom(STORED_FILE).where(STORED_FILE.ID.eq(id.value())).execute();
    }

    /** Contents nobody holds and nobody sent since then; their rows are gone, and locked, when this returns. */
    List<String> forget(Instant before, int most) {
        var unused = db.select(CONTENT.SHA256)
                .from(CONTENT)
                .where(
                        CONTENT.SEEN_AT.lt(before),
                        notExists(selectOne().from(STORED_FILE).where(STORED_FILE.SHA256.eq(CONTENT.SHA256))))
                .orderBy(CONTENT.SHA256)
                .limit(most)
                .forUpdate()
                .skipLocked();
        return db.deleteFrom(CONTENT)
                .where(CONTENT.SHA256.in(unused))
                .returning(CONTENT.SHA256)
                .fetch(CONTENT.SHA256);
    }
}
