package org.giaoban.preparation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.giaoban.documents.PaperHead;

/** One printed invitation: its head, and what stands in the tags of the template. */
record Letter(PaperHead head, String title, Map<String, Object> tags) {

    String text(String tag) {
        return Objects.toString(tags.get(tag), "");
    }

    /** The lines of a repeated tag. */
    @SuppressWarnings("unchecked")
    List<Map<String, String>> lines(String tag) {
        return (List<Map<String, String>>) Objects.requireNonNull(tags.get(tag));
    }
}
