package org.giaoban.meetings;

/** Whom something of a meeting may reach: everybody, the invited, or those who are named. */
public enum Reach {
    PUBLIC,
    INTERNAL,
    RESTRICTED
}
