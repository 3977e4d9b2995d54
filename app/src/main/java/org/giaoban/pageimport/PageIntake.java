package org.giaoban.pageimport;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.audit.Audit;
import org.giaoban.audit.ObjectRef;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.Uuid7;
import org.giaoban.pageimport.PageOutcome.Status;
import org.giaoban.platform.NotFound;
import org.giaoban.portal.ReceivedDrafts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes a draft of a page that was read, once for each unit, and remembers how it was read. */
@Service
@Transactional
class PageIntake {

    static final int NEWEST = 60;

    private static final int LONGEST = 200;

    private final PageRepository pages;
    private final ReceivedDrafts drafts;
    private final PageWordBook words;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    PageIntake(
            PageRepository pages, ReceivedDrafts drafts, PageWordBook words, Access access, Audit audit, Clock clock) {
        this.pages = pages;
        this.drafts = drafts;
        this.words = words;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** Where the drafts go. */
    record Wish(UnitId unit, String category) {}

    /** The draft of the page; of one that was taken in before, the draft of then. */
    PageOutcome keep(String file, ReadPage read, ShotIntake.Taken pictures, Wish wish) {
        access.require(Capability.ARTICLE_WRITE, wish.unit());
        return earlier(file, read, wish).orElseGet(() -> fresh(file, read, pictures, wish));
    }

    @Transactional(readOnly = true)
    Optional<PageOutcome> earlier(String file, ReadPage read, Wish wish) {
        return pages.earlier(wish.unit(), sha256(read))
                .map(page -> new PageOutcome(file, Status.KNOWN, page.id(), page.title(), List.of()));
    }

    private PageOutcome fresh(String file, ReadPage read, ShotIntake.Taken pictures, Wish wish) {
        var title = title(file, read);
        var article = drafts.start(wish.unit(), text(title, read, pictures, wish));
        var page = new ReceivedPage(
                Uuid7.next(),
                wish.unit(),
                article.value(),
                shortened(file),
                title,
                PageReport.of(read, pictures.report()),
                clock.instant());
        pages.insert(page, sha256(read));
        audit.record(
                "pageimport.taken",
                new ObjectRef("article", article.value()),
                wish.unit(),
                Map.of("file", page.file()));
        return new PageOutcome(file, Status.MADE, page.id(), title, read.doubts());
    }

    private ReceivedDrafts.Text text(String title, ReadPage read, ShotIntake.Taken pictures, Wish wish) {
        var byline = value(read.byline());
        var by = by(byline);
        return new ReceivedDrafts.Text(
                wish.category(),
                title,
                value(read.place()),
                value(read.lead()),
                DraftBody.html(read.body()),
                by,
                by == ReceivedDrafts.By.COLLABORATOR ? byline.replaceFirst("\\s*\\([^)]*\\)$", "") : byline,
                value(read.source()),
                read.captions().isEmpty() ? "" : read.captions().getFirst(),
                read.date()
                        .map(Found::value)
                        .filter(day -> !day.isAfter(LocalDate.now(clock)))
                        .orElse(null),
                pictures.shots());
    }

    private ReceivedDrafts.By by(String byline) {
        var known = words.on(LocalDate.now(clock));
        if (known.holds("collaborators", byline)) {
            return ReceivedDrafts.By.COLLABORATOR;
        }
        return known.begins("offices", byline) ? ReceivedDrafts.By.UNIT : ReceivedDrafts.By.PERSON;
    }

    private static String title(String file, ReadPage read) {
        var proposed = read.proposedTitle().isBlank() ? file : read.proposedTitle();
        return shortened(read.title().map(Found::value).orElse(proposed));
    }

    private static String value(Optional<Found<String>> found) {
        return found.map(Found::value).orElse("");
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    @Transactional(readOnly = true)
    ReceivedPage get(UUID id) {
        var page = pages.find(id).orElseThrow(() -> new NotFound(id));
        if (!access.allows(Capability.ARTICLE_WRITE, page.unit())) {
            throw new NotFound(id);
        }
        return page;
    }

    /** The page a draft was made of, for somebody who may open its report. */
    @Transactional(readOnly = true)
    Optional<ReceivedPage> origin(UUID article) {
        return pages.ofArticle(article).filter(page -> access.allows(Capability.ARTICLE_WRITE, page.unit()));
    }

    @Transactional(readOnly = true)
    List<ReceivedPage> newest() {
        return pages.newest(access.scope(Capability.ARTICLE_WRITE), NEWEST);
    }

    /** Of what was read, not of the file: the page saved another day has other counters. */
    private static String sha256(ReadPage read) {
        var letters = new StringBuilder();
        read.title().ifPresent(title -> letters.append(title.value()).append('\n'));
        read.lead().ifPresent(lead -> letters.append(lead.value()).append('\n'));
        read.body().forEach(part -> letters.append(part.text()).append('\n'));
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(letters.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
