package org.giaoban.pages;

import java.util.UUID;

/** A number that runs on inside pages that are kept, such as how often an article was read. */
public interface LiveNumber {

    /** A short word of small letters. */
    String name();

    /** As readers of the present language see it. */
    String text(UUID of);
}
