package org.giaoban.portal;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.kernel.UnitId;
import org.giaoban.meetings.MeetingId;
import org.giaoban.meetings.Meetings;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Texts;
import org.giaoban.platform.Zone;
import org.giaoban.proofreading.Kind;
import org.giaoban.proofreading.Manuscript;
import org.giaoban.proofreading.Mend;
import org.giaoban.proofreading.Passage;
import org.giaoban.proofreading.Place;
import org.giaoban.proofreading.Proofreader;
import org.giaoban.proofreading.Remark;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.HtmlUtils;

/** Reads articles for mistakes with what the register knows, mends them, and keeps what somebody has seen. */
@Service
@Transactional
public class ArticleProof {

    private final Articles articles;
    private final Proofreader proofreader;
    private final KnownFacts facts;
    private final BoundFigures figures;
    private final Meetings meetings;
    private final GalleryRepository galleries;
    private final SeenRemarks seen;
    private final CurrentViewer viewer;
    private final Clock clock;

    ArticleProof(
            Articles articles,
            Proofreader proofreader,
            KnownFacts facts,
            BoundFigures figures,
            Meetings meetings,
            GalleryRepository galleries,
            SeenRemarks seen,
            CurrentViewer viewer,
            Clock clock) {
        this.articles = articles;
        this.proofreader = proofreader;
        this.facts = facts;
        this.figures = figures;
        this.meetings = meetings;
        this.galleries = galleries;
        this.seen = seen;
        this.viewer = viewer;
        this.clock = clock;
    }

    /** What should be looked at again in the newest version. */
    @Transactional(readOnly = true)
    public List<Remark> remarks(ArticleId id) {
        var whole = articles.get(id);
        return remarks(
                matter(whole),
                words(whole.version()),
                whole.version().story().picture().told());
    }

    /** Whose text it is, what it is written in, and the day of which it speaks. */
    record Matter(UnitId unit, Locale language, LocalDate day) {}

    Matter matter(Articles.Whole whole) {
        var article = whole.article();
        return new Matter(article.unit(), article.speech().locale(), day(whole));
    }

    /** When it was first published; of what is not, the day of the meeting or the event it tells of, else today. */
    private LocalDate day(Articles.Whole whole) {
        var today = LocalDate.now(clock);
        var elsewhere = whole.version().story().credit().firstOn();
        if (elsewhere != null) {
            return elsewhere;
        }
        var event = whole.version().story().event().from();
        return Stream.of(whole.article().firstPublishedAt(), held(whole.article()), event)
                .filter(Objects::nonNull)
                .map(at -> LocalDate.ofInstant(at, Zone.ID))
                .findFirst()
                .filter(day -> day.isBefore(today))
                .orElse(today);
    }

    private @Nullable Instant held(Article article) {
        var meeting = article.meeting();
        return meeting == null ? null : meetings.begins(new MeetingId(meeting)).orElse(null);
    }

    /** The newest version's blocks of text, in the order the remarks' places count them. */
    @Transactional(readOnly = true)
    public List<Passage> passages(ArticleId id) {
        return words(articles.get(id).version()).passages();
    }

    /** The newest words as they are kept, those of the gallery too. */
    private ArticleWords words(Version version) {
        return ArticleWords.of(version.story(), gallery(version));
    }

    @Transactional(readOnly = true)
    List<GalleryPicture> gallery(Version version) {
        return galleries.of(version.id());
    }

    /** {@code told}: there is no picture, or it says what it shows. */
    @Transactional(readOnly = true)
    List<Remark> remarks(Matter matter, ArticleWords words, boolean told) {
        var remarks = new ArrayList<Remark>();
        if (!told) {
            remarks.add(untold(matter, "", Texts.text("portal.proof.alt-missing")));
        }
        for (var at = 0; at < words.gallery().size(); at++) {
            var picture = words.gallery().get(at);
            if (!picture.told()) {
                var message = Texts.text("portal.proof.gallery-alt-missing", at + 1);
                remarks.add(untold(matter, picture.media().toString(), message));
            }
        }
        remarks.addAll(proofreader.read(
                new Manuscript(matter.day(), matter.language(), words.passages()),
                facts.of(matter, NamedPeriods.in(words.passages(), matter.day()))));
        return List.copyOf(remarks);
    }

    private Remark untold(Matter matter, String which, String message) {
        var key = UUID.nameUUIDFromBytes(("alt-missing" + which).getBytes(StandardCharsets.UTF_8));
        var severity = proofreader.severity(Kind.ALT_MISSING, matter.day());
        return new Remark(key.toString(), Kind.ALT_MISSING, severity, new Place(0, 0, 0), "", message, List.of());
    }

    @Transactional(readOnly = true)
    Set<UUID> seen(ArticleId id) {
        return seen.of(id);
    }

    /** Somebody has looked at these remarks and leaves the words as they are; blocking ones cannot be left. */
    void see(ArticleId id, Collection<String> keys) {
        articles.writable(id);
        var left = remarks(id).stream()
                .filter(remark -> !remark.blocks())
                .map(Remark::key)
                .filter(keys::contains)
                .map(UUID::fromString)
                .collect(Collectors.toSet());
        seen.add(id, left, viewer.get().account(), clock.instant());
    }

    /** Puts one mend into the newest version and keeps it. */
    void mend(ArticleId id, String key, int mend) {
        var whole = articles.writable(id);
        var story = whole.version().story();
        var written = words(whole.version());
        var remark = remarks(matter(whole), written, story.picture().told()).stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Refused("portal.proof.gone"));
        var words = mended(whole.article().unit(), written, remark, mend);
        articles.save(id, whole.version().hands().revision(), story.withWords(words));
    }

    /** The words with one mend in them, a figure bound and frozen where the mend asks for it. */
    ArticleWords mended(UnitId unit, ArticleWords words, Remark remark, int chosen) {
        if (chosen < 0 || chosen >= remark.mends().size() || words.aboutGallery(remark)) {
            throw new Refused("portal.proof.gone");
        }
        var mend = remark.mends().get(chosen);
        return words.mended(remark, mend, html(unit, words, remark, mend));
    }

    private String html(UnitId unit, ArticleWords words, Remark remark, Mend mend) {
        var key = mend.figure();
        if (key == null || !words.binds(remark)) {
            return HtmlUtils.htmlEscape(mend.text(), "UTF-8");
        }
        var known = KnownFacts.Key.of(key);
        var frozen = figures.take(unit, known.indicator(), known.period());
        return ArticleHtml.bound(frozen.id(), frozen.text());
    }
}
