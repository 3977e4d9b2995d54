package org.giaoban.access;

import org.giaoban.kernel.AccountId;
import org.jspecify.annotations.Nullable;

/** One kind of person of the matrix, with what they may do there by its rules (and not by the product's code). */
record Person(String name, @Nullable AccountId account, Standing standing) {

    /** How somebody stands to the unit that owns the object. */
    enum Standing {
        /** Nobody is signed in. */
        VISITOR,
        /** Signed in without what the handler asks for anywhere. */
        WITHOUT,
        /** Holds it, but not for the object's unit. */
        ELSEWHERE,
        /** Holds it for the object's unit. */
        ENTITLED
    }
}
