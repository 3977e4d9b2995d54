package org.giaoban.kernel;

import java.util.UUID;

/** Identifies a person known to the organisation. */
public record PersonId(UUID value) {

    /** A new identifier, later than all earlier ones. */
    public static PersonId next() {
        return new PersonId(Uuid7.next());
    }

    /** Reads the text form; refuses anything that is not a UUID. */
    public static PersonId parse(String text) {
        return new PersonId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
