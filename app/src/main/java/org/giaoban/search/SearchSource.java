package org.giaoban.search;

import java.util.List;
import org.giaoban.access.Capability;
import org.giaoban.access.Scope;

/** What a module lets the search box find. */
public interface SearchSource {

    /** Place of the group among the others, small first. */
    int order();

    /** Text key of the group's heading. */
    String titleKey();

    /** Tabler icon without "ti-". */
    String icon();

    /** What the viewer must hold to see hits; the scope handed to {@link #find} is of this capability. */
    Capability capability();

    /** Whether somebody without that capability may find something all the same; the scope is then empty. */
    default boolean beyondScope() {
        return false;
    }

    /** The best hits for the words as typed, trimmed and in the composed Unicode form; tones must not matter. */
    List<SearchHit> find(String query, Scope scope, int limit);
}
