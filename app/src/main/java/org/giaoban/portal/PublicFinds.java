package org.giaoban.portal;

import java.util.List;
import org.giaoban.search.SearchWords;

/** What a room above has for visitors' search besides news. */
public interface PublicFinds {

    /** What holds every word, the best first; nothing that visitors may not read. */
    List<Find> find(SearchWords words, int limit);

    /**
     * Something public.
     *
     * @param text what stands in it, for the line below its title
     * @param about of what kind it is, and from when
     */
    record Find(String href, String title, String text, String about) {}
}
