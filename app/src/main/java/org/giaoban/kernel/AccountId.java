package org.giaoban.kernel;

import java.util.UUID;

/** Identifies an account somebody signs in with. */
public record AccountId(UUID value) {

    /** A new identifier, later than all earlier ones. */
    public static AccountId next() {
        return new AccountId(Uuid7.next());
    }

    /** Reads the text form; refuses anything that is not a UUID. */
    public static AccountId parse(String text) {
        return new AccountId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
