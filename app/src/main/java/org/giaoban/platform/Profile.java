package org.giaoban.platform;

import java.util.List;
import java.util.Map;

/** The profile's files: kinds, posts, indicators, forms, templates; data with effective dates. */
public record Profile(String name) {

    /** The rows of a CSV file with a header line; fails when there is no such file. */
    public List<Map<String, String>> csv(String file) {
        return pack().csv(file);
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
        return new ResourcePack("profiles/" + name);
    }
}
