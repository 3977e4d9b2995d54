package org.giaoban.readers;

import org.giaoban.platform.NotFound;
import org.giaoban.portal.ArticleId;
import org.giaoban.portal.PublicFrame;
import org.giaoban.portal.PublishedArticle;
import org.giaoban.portal.PublishedArticles;
import org.springframework.stereotype.Component;

/** What the public pages about an article begin with: the article, if it is public, and the frame. */
@Component
class PublicPage {

    private final PublishedArticles articles;
    private final PublicFrame frame;

    PublicPage(PublishedArticles articles, PublicFrame frame) {
        this.articles = articles;
        this.frame = frame;
    }

    PublishedArticle article(java.util.UUID id) {
        return articles.find(new ArticleId(id)).orElseThrow(() -> new NotFound(id));
    }

    PublicFrame.Around around() {
        return frame.around(null);
    }
}
