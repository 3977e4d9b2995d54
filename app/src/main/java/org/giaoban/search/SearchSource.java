package org.giaoban.search;

import java.util.List;
import org.giaoban.access.Scope;

/** What a module lets the search box find. */
public interface SearchSource {

    SearchGroup about();

    /** The best hits for the words as typed, trimmed and in the composed Unicode form; tones must not matter. */
    List<SearchHit> find(String query, Scope scope, int limit);
}
