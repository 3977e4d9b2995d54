package org.giaoban.documents;

import java.util.Map;

/** What a document says: the Word template and the values for its tags. */
public record Paper(String template, Map<String, Object> model) {

    public Paper {
        model = Map.copyOf(model);
    }
}
