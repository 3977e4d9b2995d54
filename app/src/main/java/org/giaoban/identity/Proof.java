package org.giaoban.identity;

/** How somebody proved who they are: with a password alone, or with something they have as well. */
public enum Proof {
    PASSWORD,
    FACTOR
}
