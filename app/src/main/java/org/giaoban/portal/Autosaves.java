package org.giaoban.portal;

import static org.giaoban.portal.db.Tables.AUTOSAVE;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.platform.Refused;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What editors have typed since they last pressed save, kept for each of them until they save or throw it away. */
@Service
@Transactional
class Autosaves {

    private static final int MOST = 600_000;
    private static final TypeReference<Map<String, List<String>>> FIELDS = new TypeReference<>() {};

    private final DSLContext db;
    private final Articles articles;
    private final CurrentViewer viewer;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.shared();

    Autosaves(DSLContext db, Articles articles, CurrentViewer viewer, Clock clock) {
        this.db = db;
        this.articles = articles;
        this.viewer = viewer;
        this.clock = clock;
    }

    /**
     * What was typed.
     *
     * @param revision the text it was typed over
     */
    record Kept(int revision, Map<String, List<String>> fields, Instant at) {}

    /** Keeps every field as it stands; what was kept before gives way. */
    Instant keep(ArticleId id, int revision, Map<String, List<String>> fields) {
        if (!articles.writable(id).version().state().editable()) {
            throw new Refused("portal.article.not-editable");
        }
        var text = json.writeValueAsString(fields);
        if (text.length() > MOST) {
            throw new Refused("portal.autosave.too-long");
        }
        var now = clock.instant();
        db.insertInto(AUTOSAVE)
                .set(AUTOSAVE.ARTICLE_ID, id.value())
                .set(AUTOSAVE.ACCOUNT_ID, viewer.get().account())
                .set(AUTOSAVE.REVISION, revision)
                .set(AUTOSAVE.FIELDS, text)
                .set(AUTOSAVE.SAVED_AT, now)
                .onConflict(AUTOSAVE.ARTICLE_ID, AUTOSAVE.ACCOUNT_ID)
                .doUpdate()
                .set(AUTOSAVE.REVISION, revision)
                .set(AUTOSAVE.FIELDS, text)
                .set(AUTOSAVE.SAVED_AT, now)
                .execute();
        return now;
    }

    @Transactional(readOnly = true)
    Optional<Kept> find(ArticleId id) {
        return db.select(AUTOSAVE.REVISION, AUTOSAVE.FIELDS, AUTOSAVE.SAVED_AT)
                .from(AUTOSAVE)
                .where(
                        AUTOSAVE.ARTICLE_ID.eq(id.value()),
                        AUTOSAVE.ACCOUNT_ID.eq(viewer.get().account()))
                .fetchOptional(row -> new Kept(row.value1(), json.readValue(row.value2(), FIELDS), row.value3()));
    }

    void forget(ArticleId id) {
        articles.writable(id);
        db.deleteFrom(AUTOSAVE)
                .where(
                        AUTOSAVE.ARTICLE_ID.eq(id.value()),
                        AUTOSAVE.ACCOUNT_ID.eq(viewer.get().account()))
                .execute();
    }
}
