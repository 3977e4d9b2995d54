package org.giaoban.portal;

import gg.jte.Content;
import org.giaoban.platform.Frame;

/** What a module above puts under a published article. */
public interface ArticleCorner {

    /** Its place among the corners, the smallest first. */
    int order();

    /** The part of the page, written in the visitor's language. */
    Content under(ArticleId id, Frame frame);
}
