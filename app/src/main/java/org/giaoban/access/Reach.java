package org.giaoban.access;

/** How far a grant goes: this unit alone, or this unit and everything below it. */
public enum Reach {
    UNIT,
    BELOW
}
