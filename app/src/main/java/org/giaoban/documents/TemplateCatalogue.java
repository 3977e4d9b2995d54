package org.giaoban.documents;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.giaoban.platform.NotFound;
import org.springframework.stereotype.Component;

/** The templates the profile declares, with the tags the product can fill. */
@Component
class TemplateCatalogue {

    private volatile Map<String, WordTemplate> templates = Map.of();

    void declare(List<WordTemplate> declared) {
        var byName = new LinkedHashMap<String, WordTemplate>();
        declared.forEach(template -> byName.put(template.name(), template));
        templates = byName;
    }

    WordTemplate get(String name) {
        return Optional.ofNullable(templates.get(name)).orElseThrow(() -> new NotFound(name));
    }

    List<WordTemplate> all() {
        return List.copyOf(templates.values());
    }
}
