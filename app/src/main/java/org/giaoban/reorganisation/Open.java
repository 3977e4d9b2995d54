package org.giaoban.reorganisation;

import org.giaoban.organization.Conflict;
import org.jspecify.annotations.Nullable;

/** A conflict and how it was settled; nothing was chosen, or what was chosen is no choice any more: it is open. */
record Open(Conflict conflict, @Nullable String chosen) {

    boolean open() {
        return chosen == null;
    }
}
