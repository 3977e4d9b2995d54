package org.giaoban.readers;

import org.giaoban.platform.NotFound;
import org.giaoban.portal.ArticleId;
import org.giaoban.portal.PublishedArticles;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stars that readers give: one vote a reader and month, told apart by a mark that says nothing about them. */
@Service
@Transactional
class Ratings {

    private final RatingRepository ratings;
    private final PublishedArticles articles;
    private final Marks marks;

    Ratings(RatingRepository ratings, PublishedArticles articles, Marks marks) {
        this.ratings = ratings;
        this.articles = articles;
        this.marks = marks;
    }

    @Transactional(readOnly = true)
    Rating of(ArticleId article) {
        return ratings.of(article);
    }

    Rating cast(ArticleId article, int stars, Sender sender) {
        if (articles.find(article).isEmpty()) {
            throw new NotFound(article);
        }
        var reader = marks.mark(Marks.Purpose.VOTE, article + "\n" + sender.told());
        ratings.cast(new RatingRepository.Vote(article, reader, marks.month(), stars));
        return ratings.of(article);
    }
}
