package org.giaoban.portal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Texts;
import org.giaoban.search.SearchWords;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Articles to be read with a text, chosen by looking for them. */
@Service
@Transactional
class RelatedChoice {

    private static final int MOST = 15;

    private final Articles articles;
    private final ArticleLists lists;
    private final PublicSite site;
    private final Neighbours neighbours;
    private final Access access;

    RelatedChoice(Articles articles, ArticleLists lists, PublicSite site, Neighbours neighbours, Access access) {
        this.articles = articles;
        this.lists = lists;
        this.site = site;
        this.neighbours = neighbours;
        this.access = access;
    }

    /** An article with a line about where it stands. */
    public record Line(UUID id, String title, String about) {}

    public record RelatedPage(String href, String title, String words, List<Line> chosen, List<Line> found) {}

    @Transactional(readOnly = true)
    RelatedPage page(ArticleId id, String words) {
        var whole = articles.writable(id);
        var chosen = whole.version().story().labels().related();
        var found = new LinkedHashMap<UUID, Line>();
        look(words).forEach(line -> found.putIfAbsent(line.id(), line));
        found.remove(id.value());
        chosen.forEach(found::remove);
        return new RelatedPage(
                "/articles/" + id,
                whole.version().story().title(),
                words,
                neighbours.lines(chosen, access.scope(Capability.ARTICLE_WRITE)),
                found.values().stream().limit(MOST).toList());
    }

    /** What visitors may read, and what is being written where the viewer writes too. */
    private List<Line> look(String words) {
        var query = ArticleQuery.of(words);
        if (query.empty()) {
            return List.of();
        }
        var lines = new ArrayList<Line>();
        site.search(query, MOST).stream()
                .map(ShelfRepository.Found::teaser)
                .forEach(each -> lines.add(new Line(each.article(), each.title(), each.on())));
        lists.search(SearchWords.of(words), access.scope(Capability.ARTICLE_WRITE), MOST).stream()
                .map(each -> new Line(
                        each.article().id().value(),
                        each.version().story().title(),
                        Texts.text("portal.state." + each.version().state().key())))
                .forEach(lines::add);
        return lines;
    }

    /** Joins an article to those to be read with the text; one that is neither public nor the viewer's own is nowhere. */
    void add(ArticleId id, ArticleId other) {
        if (!articles.isPublic(other)) {
            articles.get(other);
        }
        var related = new ArrayList<>(newest(id).story().labels().related());
        if (other.equals(id) || related.contains(other.value())) {
            return;
        }
        if (related.size() >= LabelsForm.MOST_RELATED) {
            throw new Refused("portal.related.enough", LabelsForm.MOST_RELATED);
        }
        related.add(other.value());
        keep(id, related);
    }

    void remove(ArticleId id, UUID other) {
        var related = new ArrayList<>(newest(id).story().labels().related());
        if (related.remove(other)) {
            keep(id, related);
        }
    }

    private Version newest(ArticleId id) {
        return articles.writable(id).version();
    }

    private void keep(ArticleId id, List<UUID> related) {
        var version = newest(id);
        var story = version.story();
        var labels = story.labels();
        var others = new Version.Labels(labels.kicker(), labels.place(), labels.topic(), labels.tags(), related);
        articles.save(id, version.hands().revision(), story.with(story.credit().kind(), others, story.event()));
    }
}
