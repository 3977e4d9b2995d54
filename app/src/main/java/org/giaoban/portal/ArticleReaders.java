package org.giaoban.portal;

import java.util.List;
import java.util.Optional;
import org.giaoban.access.Capability;
import org.giaoban.access.ReaderSource;
import org.springframework.stereotype.Component;

/** What is being written is read by those who write or approve in its unit; what is published, by everybody. */
@Component
class ArticleReaders implements ReaderSource {

    private final ArticleRepository articles;
    private final PublicRepository published;

    ArticleReaders(ArticleRepository articles, PublicRepository published) {
        this.articles = articles;
        this.published = published;
    }

    @Override
    public String kind() {
        return "article";
    }

    @Override
    public Optional<Readable> find(String id) {
        return ReaderSource.id(id).map(ArticleId::new).flatMap(articles::find).map(this::readable);
    }

    private Readable readable(Article article) {
        var title = articles.newest(article.id())
                .map(version -> version.story().title())
                .orElse(article.slug());
        return new Readable(
                title,
                "/articles/" + article.id(),
                article.unit(),
                List.of(Capability.ARTICLE_WRITE, Capability.ARTICLE_APPROVE),
                published.find(article.slug()).isPresent());
    }
}
