package org.giaoban.portal;

import static org.giaoban.portal.db.Tables.MEDIA;
import static org.giaoban.portal.db.Tables.VERSION;
import static org.jooq.impl.DSL.row;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.giaoban.kernel.UnitId;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.springframework.stereotype.Repository;

/** Pictures of articles. */
@Repository
class MediaRepository {

    /** A picture in its two sizes, both JPEG. */
    record Stored(UUID id, UnitId unit, int width, int height, byte[] content, byte[] thumbnail) {}

    private static final String JPEG = "image/jpeg";

    private final DSLContext db;

    MediaRepository(DSLContext db) {
        this.db = db;
    }

    void insert(Stored picture, String sha256, Instant now) {
        db.insertInto(MEDIA)
                .set(MEDIA.ID, picture.id())
                .set(MEDIA.UNIT_ID, picture.unit())
                .set(MEDIA.MEDIA_TYPE, JPEG)
                .set(MEDIA.WIDTH, picture.width())
                .set(MEDIA.HEIGHT, picture.height())
                .set(MEDIA.CONTENT, picture.content())
                .set(MEDIA.THUMBNAIL, picture.thumbnail())
                .set(MEDIA.SHA256, sha256)
                .set(MEDIA.ADDED_AT, now)
                .execute();
    }

    Optional<UUID> bySha256(UnitId unit, String sha256) {
        return db.select(MEDIA.ID)
                .from(MEDIA)
                .where(MEDIA.UNIT_ID.eq(unit), MEDIA.SHA256.eq(sha256))
                .fetchOptional(MEDIA.ID);
    }

    boolean published(UUID id) {
        return db.fetchExists(VERSION, VERSION.MEDIA_ID.eq(id).and(VERSION.STATE.eq(Version.State.PUBLISHED.name())));
    }

    Optional<UnitId> unit(UUID id) {
        return db.select(MEDIA.UNIT_ID).from(MEDIA).where(MEDIA.ID.eq(id)).fetchOptional(MEDIA.UNIT_ID);
    }

    Optional<Pictures.Shown> content(UUID id, boolean small) {
        return db.select(row(MEDIA.MEDIA_TYPE, small ? MEDIA.THUMBNAIL : MEDIA.CONTENT)
                        .mapping(Pictures.Shown::new))
                .from(MEDIA)
                .where(MEDIA.ID.eq(id))
                .fetchOptional(Record1::value1);
    }
}
