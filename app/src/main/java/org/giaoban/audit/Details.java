package org.giaoban.audit;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The particulars of a line as JSON text with sorted names, always the same for the same content. */
@Component
class Details {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final JsonMapper json = JsonMapper.builder().build();

    String write(Map<String, ?> details) {
        var sorted = new TreeMap<String, String>();
        details.forEach((name, value) -> {
            if (value != null) {
                sorted.put(name, value.toString());
            }
        });
        return json.writeValueAsString(sorted);
    }

    Map<String, String> read(String text) {
        return new TreeMap<>(json.readValue(text, TEXTS));
    }
}
