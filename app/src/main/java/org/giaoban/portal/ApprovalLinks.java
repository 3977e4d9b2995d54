package org.giaoban.portal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.access.Capability;
import org.giaoban.audit.Audit;
import org.giaoban.audit.ObjectRef;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.Uuid7;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets somebody without an account decide once about one version. The link is made by an approver, who answers for it:
 * what is decided with it is decided with their right, as long as they have it, and both names are written down.
 */
@Service
@Transactional
class ApprovalLinks {

    static final List<Integer> HOURS = List.of(4, 24, 72);

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ApprovalLinkRepository links;
    private final Articles articles;
    private final Publishing publishing;
    private final Accounts accounts;
    private final Audit audit;
    private final CurrentViewer viewer;
    private final Clock clock;

    ApprovalLinks(
            ApprovalLinkRepository links,
            Articles articles,
            Publishing publishing,
            Accounts accounts,
            Audit audit,
            CurrentViewer viewer,
            Clock clock) {
        this.links = links;
        this.articles = articles;
        this.publishing = publishing;
        this.accounts = accounts;
        this.audit = audit;
        this.viewer = viewer;
        this.clock = clock;
    }

    /** The secret part of the address; it is shown to whoever made it and kept nowhere. */
    String make(ArticleId id, String reader, int hours) {
        var article = articles.held(id, Capability.ARTICLE_APPROVE);
        var version = articles.newest(id);
        if (version.state() != Version.State.SUBMITTED) {
            throw new Refused("portal.article.not-submitted");
        }
        if (!version.mayBeJudgedBy(viewer.get())) {
            throw new Refused("portal.article.second-person");
        }
        if (reader.isBlank() || reader.length() > 120 || !HOURS.contains(hours)) {
            throw new Refused("portal.link.for-whom");
        }
        var token = secret();
        var now = clock.instant();
        links.insert(
                new ApprovalLink(
                        Uuid7.next(),
                        id,
                        version.id(),
                        version.hands().revision(),
                        reader.strip(),
                        new ApprovalLink.Maker(
                                viewer.get().account(), viewer.get().name(), now),
                        now.plus(Duration.ofHours(hours)),
                        null),
                digest(token));
        record("portal.link-made", article, reader.strip());
        return token;
    }

    private static String secret() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A plain digest is enough: nobody can try 2^256 of them. */
    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Transactional(readOnly = true)
    List<ApprovalLink> of(ArticleId id) {
        articles.approvable(id);
        return links.of(id);
    }

    void revoke(ArticleId id, UUID link) {
        var article = articles.held(id, Capability.ARTICLE_APPROVE);
        if (links.end(link, id, ApprovalLink.Ending.REVOKED, clock.instant())) {
            record("portal.link-revoked", article, "");
        }
    }

    /** What the holder of the link reads, and the link itself. */
    record Reading(ApprovalLink link, Viewer maker) {}

    /** Opens the link for reading; the first opening is written down. Nothing is decided by it. */
    Reading open(String token) {
        var reading = valid(token, false);
        if (links.opened(reading.link().id(), clock.instant())) {
            viewer.run(reading.maker(), () -> {
                var article = articles.get(reading.link().article()).article();
                record("portal.link-opened", article, reading.link().reader());
            });
        }
        return reading;
    }

    void approve(String token) {
        var reading = valid(token, true);
        ended(reading, ApprovalLink.Ending.APPROVED);
        viewer.run(
                reading.maker(),
                () -> publishing.publish(
                        reading.link().article(), reading.link().revision()));
    }

    void giveBack(String token, String why) {
        var reading = valid(token, true);
        if (why.isBlank() || why.length() > 900) {
            throw new Refused("portal.article.say-why");
        }
        ended(reading, ApprovalLink.Ending.RETURNED);
        viewer.run(
                reading.maker(),
                () -> articles.giveBack(reading.link().article(), reading.link().reader() + ": " + why.strip()));
    }

    private void ended(Reading reading, ApprovalLink.Ending ending) {
        var link = reading.link();
        if (!links.end(link.id(), link.article(), ending, clock.instant())) {
            throw new NotFound("link");
        }
        viewer.run(reading.maker(), () -> {
            var article = articles.get(link.article()).article();
            record("portal.link-used", article, link.reader());
        });
    }

    /** Not there any more when it was used, revoked or too old, when the text changed, or when its maker lost the right. */
    private Reading valid(String token, boolean hold) {
        var link = links.find(digest(token), hold)
                .filter(found -> found.open(clock.instant()))
                .orElseThrow(() -> new NotFound("link"));
        var maker = accounts.viewer(link.maker().account()).orElseThrow(() -> new NotFound("link"));
        var version = viewer.as(maker, () -> articles.approvable(link.article()).version());
        if (!link.about(version)) {
            throw new NotFound("link");
        }
        return new Reading(link, maker);
    }

    private void record(String act, Article article, String reader) {
        var details = reader.isEmpty() ? Map.<String, Object>of() : Map.<String, Object>of("reader", reader);
        audit.record(act, new ObjectRef(Articles.KIND, article.id().value()), article.unit(), details);
    }
}
