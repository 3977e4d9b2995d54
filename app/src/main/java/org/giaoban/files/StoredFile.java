package org.giaoban.files;

import java.time.Instant;

/** One stored upload as it is listed: its name, its sniffed type, its size and the hash of its bytes. */
public record StoredFile(FileId id, String name, String mediaType, long size, String sha256, Instant uploadedAt) {

    /** Where it is downloaded from. */
    public String href() {
        return "/files/" + id.value();
    }
}
