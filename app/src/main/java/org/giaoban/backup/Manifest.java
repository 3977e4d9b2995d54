package org.giaoban.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What the server said of every file that it copied. */
record Manifest(Map<String, Entry> files) {

    /** A file's length and hash. */
    record Entry(long size, String sha256) {}

    static Manifest parse(byte[] json) throws IOException {
        try {
            var files = new HashMap<String, Entry>();
            for (var file : JsonMapper.builder().build().readTree(json).path("Files")) {
                var name = file.path("Path").asString("");
                files.put(
                        name,
                        new Entry(
                                file.path("Size").asLong(),
                                file.path("Checksum").asString("").toLowerCase(Locale.ROOT)));
            }
            return new Manifest(files);
        } catch (JacksonException e) {
            throw new IOException(
                    "The list of files is not readable: "
                            + new String(json, 0, Math.min(40, json.length), StandardCharsets.UTF_8),
                    e);
        }
    }

    /** The journal is not on the list: the server checks it itself while it reads it. */
    void check(Map<String, Entry> unpacked) throws IOException {
        if (files.isEmpty()) {
            throw new IOException("The base ends before its list of files");
        }
        for (var said : files.entrySet()) {
            if (!said.getValue().equals(unpacked.get(said.getKey()))) {
                throw new IOException("A file is not as the server copied it: " + said.getKey());
            }
        }
    }
}
