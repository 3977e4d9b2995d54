package org.giaoban.reporting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.giaoban.platform.Refused;
import org.giaoban.reporting.Typing.Change;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How the pages write what was typed: a place with the text before and the text now; and a form as it was opened. */
@Component
class TypedChanges {

    private final JsonMapper json;

    TypedChanges(JsonMapper json) {
        this.json = json;
    }

    /** {"v.TC10": ["", "12"]} */
    List<Change> fields(String written) {
        return changes(read(written, new TypeReference<Map<String, List<String>>>() {}));
    }

    /** {"SL-01": {"TC10": ["", "12"]}} */
    Map<String, List<Change>> cells(String written) {
        var changes = new LinkedHashMap<String, List<Change>>();
        read(written, new TypeReference<Map<String, Map<String, List<String>>>>() {})
                .forEach((unit, cells) -> changes.put(unit, changes(cells)));
        return changes;
    }

    private static List<Change> changes(Map<String, List<String>> places) {
        var changes = new ArrayList<Change>();
        places.forEach((place, texts) -> {
            if (texts.size() == 2) {
                changes.add(new Change(place, texts.getFirst(), texts.getLast()));
            }
        });
        return changes;
    }

    /** The fields of a form as they were when it was opened. */
    @Nullable
    Fields opened(@Nullable String written) {
        return written == null ? null : Fields.of(read(written, new TypeReference<Map<String, String>>() {}));
    }

    String opened(Fields fields) {
        return json.writeValueAsString(fields.typed());
    }

    /** Cells as {@link #cells} reads them. */
    String written(Map<String, Map<String, List<String>>> cells) {
        return json.writeValueAsString(cells);
    }

    private <T> T read(String written, TypeReference<T> type) {
        try {
            return json.readValue(written, type);
        } catch (JacksonException e) {
            throw new Refused("reporting.typing.unreadable");
        }
    }
}
