package org.giaoban.portal;

import static org.giaoban.portal.db.Tables.SEAL;
import static org.giaoban.portal.db.Tables.VERSION;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.giaoban.indicators.PrintedFigures;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Seals a version when it is let out, and says of a sealed one whether words and figures are still those. */
@Service
@Transactional
class Seals {

    private final DSLContext db;
    private final PrintedFigures printed;
    private final Clock clock;

    Seals(DSLContext db, PrintedFigures printed, Clock clock) {
        this.db = db;
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
        db.select(VERSION.ID, VERSION.TITLE, VERSION.LEAD, VERSION.BODY, VERSION.PUBLISHED_AT)
                .from(VERSION)
                .where(open(id))
                .fetchOptional()
                .ifPresent(row -> put(Words.of(row), row.value5()));
    }

    private void put(Words words, @Nullable Instant published) {
        db.insertInto(SEAL)
                .set(SEAL.VERSION_ID, words.version())
                .set(SEAL.HASH, hash(words))
                .set(SEAL.FIGURES, ArticleHtml.figures(words.body()).size())
                .set(SEAL.SEALED_AT, Objects.requireNonNullElseGet(published, clock::instant))
                .onConflictDoNothing()
                .execute();
    }

    /** The seal of the version visitors read; empty when it was let out before there were seals. */
    @Transactional(readOnly = true)
    Optional<Seal> of(ArticleId id) {
        return db.select(VERSION.ID, VERSION.TITLE, VERSION.LEAD, VERSION.BODY, SEAL.HASH, SEAL.FIGURES, SEAL.SEALED_AT)
                .from(VERSION)
                .join(SEAL)
                .on(SEAL.VERSION_ID.eq(VERSION.ID))
                .where(open(id))
                .fetchOptional(row -> new Seal(
                        row.value5(), row.value6(), row.value7(), row.value5().equals(hash(Words.of(row)))));
    }

    /** One version of an article is public at a time. */
    private static Condition open(ArticleId id) {
        return VERSION.ARTICLE_ID.eq(id.value()).and(PublicRepository.PUBLIC);
    }

    /** What is sealed of a version, beside its figures. */
    private record Words(UUID version, String title, String lead, String body) {

        private static Words of(Record row) {
            return new Words(row.get(VERSION.ID), row.get(VERSION.TITLE), row.get(VERSION.LEAD), row.get(VERSION.BODY));
        }
    }

    private String hash(Words words) {
        var sealed = new StringBuilder();
        for (var part : new String[] {words.version().toString(), words.title(), words.lead(), words.body()}) {
            sealed.append(part.length()).append(':').append(part).append('\n');
        }
        new TreeMap<>(printed.fingerprints(ArticleHtml.figures(words.body())))
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
