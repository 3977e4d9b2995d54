package org.giaoban.portal;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Slice;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The site as visitors read it. */
@Service
@Transactional(readOnly = true)
class PublicSite {

    static final int PAGE = 20;
    static final int FEED = 30;

    private final PublicRepository published;
    private final ShelfRepository shelf;
    private final ArticleFinder finder;
    private final Clock clock;
    private final ObjectProvider<ShownFigures> elsewhere;

    PublicSite(
            PublicRepository published,
            ShelfRepository shelf,
            ArticleFinder finder,
            Clock clock,
            ObjectProvider<ShownFigures> elsewhere) {
        this.published = published;
        this.shelf = shelf;
        this.finder = finder;
        this.clock = clock;
        this.elsewhere = elsewhere;
    }

    /** What stands beside an article. */
    record Beside(List<Teaser> related, List<Teaser> other) {}

    /**
     * Where to read on.
     *
     * @param topic the newest of the same topic
     */
    public record Onward(
            List<Teaser> topic,
            @Nullable Teaser newer,
            @Nullable Teaser older) {}

    Onward onward(PublicRepository.Shown shown) {
        return new Onward(
                shelf.sameTopic(shown, 5),
                shelf.newer(shown).orElse(null),
                shelf.older(shown).orElse(null));
    }

    /** An article, wherever it stands now: its category may have changed since the address was passed on. */
    PublicRepository.Shown shown(String slug) {
        return published.find(slug).orElseThrow(() -> new NotFound(slug));
    }

    Beside beside(PublicRepository.Shown shown) {
        return new Beside(shelf.related(shown, 5), shelf.other(shown, PublicFrame.NOTICES, 5));
    }

    Slice<Teaser> newest(@Nullable String category, @Nullable String after) {
        return Slice.of(shelf.newest(category, ShelfRepository.After.parse(after), PAGE + 1), PAGE, Teaser::position);
    }

    Slice<Teaser> tagged(String tag, @Nullable String after) {
        return Slice.of(shelf.tagged(tag, ShelfRepository.After.parse(after), PAGE + 1), PAGE, Teaser::position);
    }

    Slice<Teaser> ofTopic(String topic, @Nullable String after) {
        return Slice.of(shelf.ofTopic(topic, ShelfRepository.After.parse(after), PAGE + 1), PAGE, Teaser::position);
    }

    List<Teaser> feed(@Nullable String category) {
        return shelf.newest(category, null, FEED);
    }

    List<Teaser> front() {
        return shelf.perCategory(5);
    }

    List<Teaser> notices() {
        return shelf.newest(PublicFrame.NOTICES, null, 5);
    }

    /** Best first. */
    List<ShelfRepository.Found> search(ArticleQuery query, int limit) {
        return shelf.found(finder.find(query, language(), clock.instant(), limit));
    }

    /** Readers of English are shown what there is in both languages. */
    private static @Nullable String language() {
        return Texts.language().equals(Article.ENGLISH) ? null : Article.VIETNAMESE;
    }

    /** How many articles are public. */
    int count() {
        return shelf.count();
    }

    /** Where the articles stand, the oldest first. */
    List<ShelfRepository.Placed> placed(int limit, int offset) {
        return shelf.placed(limit, offset);
    }

    boolean figurePublic(UUID figure) {
        return published.figurePublic(figure) || elsewhere.stream().anyMatch(each -> each.shows(figure));
    }

    List<Teaser> printing(UUID figure) {
        return shelf.printing(figure);
    }
}
