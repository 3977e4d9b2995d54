package org.giaoban.portal;

import java.util.Optional;

/** A module above that makes drafts says where one of them came from, so that its writer finds the way back. */
public interface DraftOrigin {

    /** Where the draft came from, if it came from here. */
    Optional<Link> of(ArticleId article);

    /** A page inside, and what it is called in the viewer's language. */
    record Link(String href, String name) {}
}
