package org.giaoban.backup;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A copy of all files of the database, described by its file's name.
 *
 * @param finished when the copy was whole: the earliest moment it leads to
 * @param from where its journal begins
 * @param to the place in the journal from which on it is consistent
 */
record Base(Path file, Instant finished, int timeline, Position from, Position to) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);
    private static final Pattern NAME =
            Pattern.compile("(\\d{8}T\\d{9}Z)-([0-9A-F]{8})-([0-9A-F]{16})-([0-9A-F]{16})\\.base");

    /** The name of a base; its content is sealed under it. */
    static String name(Instant finished, int timeline, Position from, Position to) {
        return "%s-%08X-%s-%s.base".formatted(TIME.format(finished), timeline, from.digits(), to.digits());
    }

    static Optional<Base> of(Path file) {
        var found = NAME.matcher(String.valueOf(file.getFileName()));
        if (!found.matches()) {
            return Optional.empty();
        }
        return Optional.of(new Base(
                file,
                Instant.from(TIME.parse(found.group(1))),
                Integer.parseInt(found.group(2), 16),
                Position.ofDigits(found.group(3)),
                Position.ofDigits(found.group(4))));
    }

    String name() {
        return String.valueOf(file.getFileName());
    }
}
