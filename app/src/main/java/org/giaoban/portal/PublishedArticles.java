package org.giaoban.portal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What visitors may read, for rooms above. */
@Service
@Transactional(readOnly = true)
public class PublishedArticles {

    private final PublishedRepository published;

    PublishedArticles(PublishedRepository published) {
        this.published = published;
    }

    public Optional<PublishedArticle> find(ArticleId id) {
        return published.find(id);
    }

    /** Those of them that are public now. */
    public Map<ArticleId, PublishedArticle> byIds(Collection<ArticleId> ids) {
        return ids.isEmpty()
                ? Map.of()
                : published.byIds(ids).stream().collect(Collectors.toMap(PublishedArticle::id, Function.identity()));
    }

    /** First published after one moment and not after the other, the newest first. */
    public List<PublishedArticle> between(Instant after, Instant until, int most) {
        return published.between(after, until, most);
    }

    /** What articles announce that takes place between the two moments, begun before or not; the earliest first. */
    public List<PublishedEvent> events(Instant from, Instant until, int most) {
        return published.events(from, until, most);
    }
}
