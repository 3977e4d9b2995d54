package org.giaoban.readers;

import java.util.UUID;
import org.giaoban.pages.LiveNumber;
import org.giaoban.portal.ArticleId;
import org.springframework.stereotype.Component;

/** An article's rating, which runs on inside its kept page: a vote makes no page anew. */
@Component
class RatingNumber implements LiveNumber {

    private final Ratings ratings;

    RatingNumber(Ratings ratings) {
        this.ratings = ratings;
    }

    @Override
    public String name() {
        return "rating";
    }

    @Override
    public String text(UUID article) {
        return ratings.of(new ArticleId(article)).words();
    }
}
