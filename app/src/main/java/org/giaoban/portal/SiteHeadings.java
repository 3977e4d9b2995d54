package org.giaoban.portal;

import java.util.List;

/** Entries that a module above adds to the public bar, after the categories; {@code @Order} says in what turn. */
public interface SiteHeadings {

    /** In the visitor's language; asked for every page, so they come from memory. */
    List<Heading> headings();
}
