package org.giaoban.access;

import java.util.Set;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * One kind of person of the matrix, with what they may do there by its rules (and not by the product's code).
 *
 * @param units where they hold every capability today
 * @param token what their program comes with; null for somebody at a browser
 */
record Person(
        String name,
        @Nullable AccountId account,
        Standing standing,
        Set<UnitId> units,
        @Nullable String token) {

    Person(String name, @Nullable AccountId account, Standing standing, Set<UnitId> units) {
        this(name, account, standing, units, null);
    }

    /** How somebody stands to what a handler asks for. */
    enum Standing {
        /** Nobody is signed in. */
        VISITOR,
        /** Signed in without what the handler asks for anywhere. */
        WITHOUT,
        /** Holds it somewhere. */
        HOLDER
    }

    /** The same account's program; its token may leave it less. */
    Person by(String secret) {
        return new Person(name + " by token", account, standing, units, secret);
    }

    boolean holds(UnitId unit) {
        return units.contains(unit);
    }
}
