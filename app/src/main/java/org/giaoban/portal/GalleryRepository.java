package org.giaoban.portal;

import static org.giaoban.portal.db.Tables.ARTICLE;
import static org.giaoban.portal.db.Tables.AUTOSAVE;
import static org.giaoban.portal.db.Tables.GALLERY;
import static org.giaoban.portal.db.Tables.VERSION;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.position;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.unnest;
import static org.jooq.impl.DSL.val;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.giaoban.kernel.UnitId;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.SelectField;
import org.springframework.stereotype.Repository;

/** The galleries of versions, and which pictures visitors may see through a text. */
@Repository
class GalleryRepository {

    private static final SelectField<GalleryPicture> A_PICTURE =
            row(GALLERY.MEDIA_ID, GALLERY.CAPTION, GALLERY.ALT).mapping(GalleryPicture::new);

    private final DSLContext db;

    GalleryRepository(DSLContext db) {
        this.db = db;
    }

    List<GalleryPicture> of(UUID version) {
        return db.select(A_PICTURE)
                .from(GALLERY)
                .where(GALLERY.VERSION_ID.eq(version))
                .orderBy(GALLERY.POSITION)
                .fetch(Record1::value1);
    }

    List<GalleryPicture> published(ArticleId article) {
        return db.select(A_PICTURE)
                .from(GALLERY)
                .join(VERSION)
                .on(VERSION.ID.eq(GALLERY.VERSION_ID))
                .where(VERSION.ARTICLE_ID.eq(article.value()))
                .and(VERSION.STATE.eq(inline(Version.State.PUBLISHED.name())))
                .orderBy(GALLERY.POSITION)
                .fetch(Record1::value1);
    }

    void replace(UUID version, List<GalleryPicture> pictures) {
        db.deleteFrom(GALLERY).where(GALLERY.VERSION_ID.eq(version)).execute();
        if (pictures.isEmpty()) {
            return;
        }
        var rows = IntStream.range(0, pictures.size())
                .mapToObj(at -> row(
                        version,
                        (short) (at + 1),
                        pictures.get(at).media(),
                        pictures.get(at).caption(),
                        pictures.get(at).alt()))
                .toList();
        db.insertInto(GALLERY, GALLERY.VERSION_ID, GALLERY.POSITION, GALLERY.MEDIA_ID, GALLERY.CAPTION, GALLERY.ALT)
                .valuesOfRows(rows)
                .execute();
    }

    /** A new version begins with the pictures of the one before; the first one in English with those of its original. */
    void inherit(Version version) {
        var article = version.article().value();
        var original = select(ARTICLE.ORIGINAL_ID).from(ARTICLE).where(ARTICLE.ID.eq(article));
        var newer = VERSION.as("newer");
        var before = version.number() > 1
                ? VERSION.ARTICLE_ID.eq(article).and(VERSION.NUMBER.eq(version.number() - 1))
                : VERSION.ARTICLE_ID
                        .eq(original)
                        .and(VERSION.NUMBER.eq(
                                select(max(newer.NUMBER)).from(newer).where(newer.ARTICLE_ID.eq(VERSION.ARTICLE_ID))));
        db.insertInto(GALLERY, GALLERY.VERSION_ID, GALLERY.POSITION, GALLERY.MEDIA_ID, GALLERY.CAPTION, GALLERY.ALT)
                .select(select(val(version.id()), GALLERY.POSITION, GALLERY.MEDIA_ID, GALLERY.CAPTION, GALLERY.ALT)
                        .from(GALLERY)
                        .join(VERSION)
                        .on(VERSION.ID.eq(GALLERY.VERSION_ID))
                        .where(before))
                .execute();
    }

    /** Whether a picture of the gallery has no words for those who cannot see it. */
    boolean untold(UUID version) {
        return db.fetchExists(GALLERY, GALLERY.VERSION_ID.eq(version).and(GALLERY.ALT.notLikeRegex("\\S")));
    }

    /** Whether a published text of the unit shows this picture, at its head or in its gallery. */
    boolean open(UUID picture, UnitId owner) {
        var published = VERSION.STATE.eq(inline(Version.State.PUBLISHED.name()));
        var head = db.selectOne()
                .from(VERSION)
                .join(ARTICLE)
                .on(ARTICLE.ID.eq(VERSION.ARTICLE_ID), ARTICLE.UNIT_ID.eq(owner))
                .where(VERSION.MEDIA_ID.eq(picture), published);
        var gallery = db.selectOne()
                .from(GALLERY)
                .join(VERSION)
                .on(VERSION.ID.eq(GALLERY.VERSION_ID), published)
                .join(ARTICLE)
                .on(ARTICLE.ID.eq(VERSION.ARTICLE_ID), ARTICLE.UNIT_ID.eq(owner))
                .where(GALLERY.MEDIA_ID.eq(picture));
        return db.fetchExists(head.unionAll(gallery));
    }

    /** Pictures of any version, old ones too, and those somebody typed about without saving. */
    Set<UUID> needed(Collection<UUID> pictures) {
        var heads = db.select(VERSION.MEDIA_ID).from(VERSION).where(VERSION.MEDIA_ID.in(pictures));
        var rest = db.select(GALLERY.MEDIA_ID).from(GALLERY).where(GALLERY.MEDIA_ID.in(pictures));
        var wanted = unnest(pictures.toArray(UUID[]::new)).as("wanted", "id");
        var id = field(name("wanted", "id"), UUID.class);
        var typed = db.select(id)
                .from(wanted)
                .whereExists(selectOne()
                        .from(AUTOSAVE)
                        .where(position(AUTOSAVE.FIELDS, id.cast(String.class)).gt(0)));
        return new HashSet<>(heads.union(rest).union(typed).fetch(Record1::value1));
    }
}
