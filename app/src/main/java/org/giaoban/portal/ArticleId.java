package org.giaoban.portal;

import java.util.UUID;
import org.giaoban.kernel.Uuid7;

/** The identity of an article through all its versions. */
public record ArticleId(UUID value) {

    static ArticleId next() {
        return new ArticleId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
