package org.giaoban.documents;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.UUID;

/** One version of a Word template with its bytes. */
record TemplateVersion(String template, int number, LocalDate from, byte[] content) {

    /** Why, by whom and when it came. */
    record Origin(String note, String by, Instant at) {}

    /** A version in a list, without its bytes. */
    record Line(int number, LocalDate from, String sha256, int size, Origin origin) {

        boolean inForce(LocalDate today, java.util.List<Line> all) {
            return !from.isAfter(today)
                    && all.stream().noneMatch(other -> other.number > number && !other.from.isAfter(today));
        }
    }

    static TemplateVersion of(String template, int number, LocalDate from, byte[] content) {
        return new TemplateVersion(template, number, from, content);
    }

    /** Templates are known by name; the audit log wants an id. */
    static UUID identity(String template) {
        return UUID.nameUUIDFromBytes(("word-template:" + template).getBytes(StandardCharsets.UTF_8));
    }

    String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
