package org.giaoban.portal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Slice;
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
    private final ObjectProvider<ShownFigures> elsewhere;

    PublicSite(PublicRepository published, ObjectProvider<ShownFigures> elsewhere) {
        this.published = published;
        this.elsewhere = elsewhere;
    }

    /** An article with what stands beside it. */
    record Read(PublicRepository.Shown shown, List<Teaser> related, List<Teaser> other) {}

    Read read(String category, String slug) {
        var shown = published
                .find(slug)
                .filter(found -> found.story().category().equals(category))
                .orElseThrow(() -> new NotFound(slug));
        return new Read(shown, published.related(shown, 5), published.other(shown, PublicFrame.NOTICES, 5));
    }

    /** Where an article stands now, when its category has changed since the address was passed on. */
    Optional<String> movedTo(String slug) {
        return published.find(slug).map(found -> "/tin/" + found.story().category() + "/" + slug);
    }

    Slice<Teaser> newest(@Nullable String category, @Nullable String after) {
        return Slice.of(
                published.newest(category, PublicRepository.After.parse(after), PAGE + 1), PAGE, Teaser::position);
    }

    Slice<Teaser> tagged(String tag, @Nullable String after) {
        return Slice.of(
                published.tagged(tag, PublicRepository.After.parse(after), PAGE + 1), PAGE, Teaser::position);
    }

    Slice<Teaser> ofTopic(String topic, @Nullable String after) {
        return Slice.of(
                published.ofTopic(topic, PublicRepository.After.parse(after), PAGE + 1), PAGE, Teaser::position);
    }

    List<Teaser> feed(@Nullable String category) {
        return published.newest(category, null, FEED);
    }

    List<Teaser> front() {
        return published.perCategory(5);
    }

    List<Teaser> notices() {
        return published.newest(PublicFrame.NOTICES, null, 5);
    }

    List<Teaser> search(String words) {
        var folded = VietnameseText.fold(words.strip());
        return folded.length() < 2 ? List.of() : published.search(folded, 50);
    }

    /** How many articles are public. */
    int count() {
        return published.count();
    }

    /** Where the articles stand, the oldest first. */
    List<PublicRepository.Placed> placed(int limit, int offset) {
        return published.placed(limit, offset);
    }

    boolean figurePublic(UUID figure) {
        return published.figurePublic(figure) || elsewhere.stream().anyMatch(each -> each.shows(figure));
    }

    List<Teaser> printing(UUID figure) {
        return published.printing(figure);
    }
}
