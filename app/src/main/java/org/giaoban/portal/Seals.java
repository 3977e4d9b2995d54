package org.giaoban.portal;

import static org.giaoban.portal.db.Tables.SEAL;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.giaoban.indicators.PrintedFigures;
import org.jooq.DSLContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Seals a version when it is let out, and says of a sealed one whether words and figures are still those. */
@Service
@Transactional
class Seals {

    private final DSLContext db;
    private final ArticleRepository articles;
    private final PrintedFigures printed;
    private final Clock clock;

    Seals(DSLContext db, ArticleRepository articles, PrintedFigures printed, Clock clock) {
        this.db = db;
        this.articles = articles;
        this.printed = printed;
        this.clock = clock;
    }

    /** What was sealed, when, and whether it holds. */
    record Seal(String hash, int figures, Instant at, boolean holds) {}

    /** Inside the transaction that lets it out: without a seal nothing goes out. */
    @EventListener
    void published(PublishedChanged change) {
        if (change.kind() != PublishedChanged.Kind.UNPUBLISHED) {
            seal(change.article());
        }
    }

    void seal(ArticleId id) {
        open(id).ifPresent(this::put);
    }

    private void put(Version version) {
        db.insertInto(SEAL)
                .set(SEAL.VERSION_ID, version.id())
                .set(SEAL.HASH, hash(version))
                .set(SEAL.FIGURES, ArticleHtml.figures(version.story().body()).size())
                .set(
                        SEAL.SEALED_AT,
                        Objects.requireNonNullElseGet(version.hands().publishedAt(), clock::instant))
                .onConflictDoNothing()
                .execute();
    }

    /** The seal of the version visitors read; empty when it was let out before there were seals. */
    @Transactional(readOnly = true)
    Optional<Seal> of(ArticleId id) {
        return open(id).flatMap(version -> db.select(SEAL.HASH, SEAL.FIGURES, SEAL.SEALED_AT)
                .from(SEAL)
                .where(SEAL.VERSION_ID.eq(version.id()))
                .fetchOptional(row -> new Seal(
                        row.value1(), row.value2(), row.value3(), row.value1().equals(hash(version)))));
    }

    private Optional<Version> open(ArticleId id) {
        return articles.published(id);
    }

    private String hash(Version version) {
        var story = version.story();
        var sealed = new StringBuilder();
        for (var words : new String[] {version.id().toString(), story.title(), story.lead(), story.body()}) {
            sealed.append(words.length()).append(':').append(words).append('\n');
        }
        new TreeMap<>(printed.fingerprints(ArticleHtml.figures(story.body())))
                .forEach((id, print) ->
                        sealed.append(id).append('=').append(print).append('\n'));
        return HexFormat.of().formatHex(sha256().digest(sealed.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
