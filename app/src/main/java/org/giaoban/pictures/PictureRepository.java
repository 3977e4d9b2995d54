package org.giaoban.pictures;

import static org.giaoban.pictures.db.Tables.COPY;
import static org.giaoban.pictures.db.Tables.PICTURE;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.giaoban.kernel.UnitId;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** Pictures and their copies. */
@Repository
class PictureRepository {

    private final DSLContext db;

    PictureRepository(DSLContext db) {
        this.db = db;
    }

    /** A picture that is to be kept. */
    record Fresh(UUID id, UnitId unit, String sha256, Instant at) {}

    /** Finds the unit's picture again and says that somebody wants it now, so that it is not swept away meanwhile. */
    Optional<UUID> wanted(UnitId unit, String sha256, Instant now) {
        return db.update(PICTURE)
                .set(PICTURE.ADDED_AT, now)
                .where(PICTURE.UNIT_ID.eq(unit), PICTURE.SHA256.eq(sha256))
                .returning(PICTURE.ID)
                .fetchOptional(PICTURE.ID);
    }

    /** The next of those that came before the moment, in the order of their ids. */
    List<UUID> before(Instant moment, UUID after, int limit) {
        return db.select(PICTURE.ID)
                .from(PICTURE)
                .where(PICTURE.ADDED_AT.lt(moment), PICTURE.ID.gt(after))
                .orderBy(PICTURE.ID)
                .limit(limit)
                .fetch(PICTURE.ID);
    }

    /** False when somebody wanted it in the meantime. */
    boolean delete(UUID id, Instant moment) {
        var held = db.select(PICTURE.ID)
                .from(PICTURE)
                .where(PICTURE.ID.eq(id), PICTURE.ADDED_AT.lt(moment))
                .forUpdate()
                .fetchOptional();
        if (held.isEmpty()) {
            return false;
        }
        db.deleteFrom(COPY).where(COPY.PICTURE_ID.eq(id)).execute();
        return db.deleteFrom(PICTURE).where(PICTURE.ID.eq(id)).execute() == 1;
    }

    Optional<UUID> bySha256(UnitId unit, String sha256) {
        return db.select(PICTURE.ID)
                .from(PICTURE)
                .where(PICTURE.UNIT_ID.eq(unit), PICTURE.SHA256.eq(sha256))
                .fetchOptional(PICTURE.ID);
    }

    /** False when somebody kept the same file of the unit in the meantime. */
    boolean insert(Fresh fresh, Studio.Made made) {
        var inserted = db.insertInto(PICTURE)
                .set(PICTURE.ID, fresh.id())
                .set(PICTURE.UNIT_ID, fresh.unit())
                .set(PICTURE.WIDTH, made.width())
                .set(PICTURE.HEIGHT, made.height())
                .set(PICTURE.SHA256, fresh.sha256())
                .set(PICTURE.ADDED_AT, fresh.at())
                .onConflictDoNothing()
                .execute();
        if (inserted == 1) {
            insert(fresh.id(), made.copies());
        }
        return inserted == 1;
    }

    void insert(UUID picture, List<Studio.Copy> copies) {
        var rows = copies.stream()
                .map(copy -> row(picture, copy.mediaType(), copy.width(), copy.height(), copy.content()))
                .toList();
        db.insertInto(COPY, COPY.PICTURE_ID, COPY.MEDIA_TYPE, COPY.WIDTH, COPY.HEIGHT, COPY.CONTENT)
                .valuesOfRows(rows)
                .onConflictDoNothing()
                .execute();
    }

    int count(Collection<UUID> ids, UnitId unit) {
        return db.fetchCount(PICTURE, PICTURE.ID.in(ids).and(PICTURE.UNIT_ID.eq(unit)));
    }

    Optional<UnitId> unit(UUID id) {
        return db.select(PICTURE.UNIT_ID).from(PICTURE).where(PICTURE.ID.eq(id)).fetchOptional(PICTURE.UNIT_ID);
    }

    /** The smallest copy that is at least so wide, else the widest; another format when there is none of the wanted. */
    Optional<Studio.Copy> copy(UUID id, String mediaType, int wide) {
        var other = COPY.MEDIA_TYPE.ne(mediaType);
        return db.select(row(COPY.MEDIA_TYPE, COPY.WIDTH, COPY.HEIGHT, COPY.CONTENT)
                        .mapping(Studio.Copy::new))
                .from(COPY)
                .where(COPY.PICTURE_ID.eq(id))
                .orderBy(DSL.field(other), DSL.field(COPY.WIDTH.lt(wide)), DSL.abs(COPY.WIDTH.minus(wide)))
                .limit(1)
                .fetchOptional(Record1::value1);
    }

    Map<UUID, Copies> copies(Collection<UUID> ids) {
        return db.select(row(
                                PICTURE.ID,
                                PICTURE.WIDTH,
                                PICTURE.HEIGHT,
                                widths(Studio.Copy.WEBP),
                                widths(Studio.Copy.JPEG))
                        .mapping(Copies::new))
                .from(PICTURE)
                .where(PICTURE.ID.in(ids))
                .fetchMap(found -> found.value1().id(), Record1::value1);
    }

    private static org.jooq.Field<List<Integer>> widths(String mediaType) {
        return multiset(select(COPY.WIDTH)
                        .from(COPY)
                        .where(COPY.PICTURE_ID.eq(PICTURE.ID), COPY.MEDIA_TYPE.eq(mediaType))
                        .orderBy(COPY.WIDTH))
                .convertFrom(found -> found.map(Record1::value1));
    }

    List<UUID> withoutWebp(int limit) {
        return db.select(PICTURE.ID)
                .from(PICTURE)
                .whereNotExists(select(COPY.PICTURE_ID)
                        .from(COPY)
                        .where(COPY.PICTURE_ID.eq(PICTURE.ID), COPY.MEDIA_TYPE.eq(Studio.Copy.WEBP)))
                .orderBy(PICTURE.ID)
                .limit(limit)
                .fetch(PICTURE.ID);
    }
}
