package org.giaoban.reorganisation;

/** What can happen to units. */
enum EventKind {
    FOUND,
    RENAME,
    CHANGE_KIND,
    MOVE,
    MERGE,
    ABSORB,
    SPLIT,
    DISSOLVE;

    /** Whether units give themselves, whole or in part, to others. */
    boolean gives() {
        return this == MERGE || this == ABSORB || this == SPLIT || this == DISSOLVE;
    }
}
