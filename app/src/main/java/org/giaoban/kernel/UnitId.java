package org.giaoban.kernel;

import java.util.UUID;

/** Identifies a unit of the organisation, the same for all its versions. */
public record UnitId(UUID value) {

    /** A new identifier, later than all earlier ones. */
    public static UnitId next() {
        return new UnitId(Uuid7.next());
    }

    /** Reads the text form; refuses anything that is not a UUID. */
    public static UnitId parse(String text) {
        return new UnitId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
