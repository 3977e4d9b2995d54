package org.giaoban.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A story pack: demonstration and acceptance data of one organisation.
 *
 * @param now the moment at which the story is to be picked up
 */
public record Story(String name, Instant now) {

    public static Story named(String name) {
        var pack = new ResourcePack("stories/" + name);
        if (!pack.has("story.yaml")) {
            throw new Refused("platform.story.unknown", name);
        }
        var facts = pack.yaml("story.yaml", Map.class);
        return new Story(name, Instant.parse(String.valueOf(facts.get("now"))));
    }

    public LocalDate today() {
        return LocalDate.ofInstant(now, Zone.ID);
    }

    /** The rows of a CSV file with a header line; empty when the story has no such file. */
    public List<Map<String, String>> csv(String file) {
        return has(file) ? pack().csv(file) : List.of();
    }

    public <T> T yaml(String file, Class<T> type) {
        return pack().yaml(file, type);
    }

    public byte[] bytes(String file) {
        return pack().bytes(file);
    }

    public boolean has(String file) {
        return pack().has(file);
    }

    private ResourcePack pack() {
        return new ResourcePack("stories/" + name);
    }
}
