package org.giaoban.platform;

/** Keeps what the database said, and can forget it: when another database takes the place of the one that said it. */
public interface Memory {

    void forget();
}
