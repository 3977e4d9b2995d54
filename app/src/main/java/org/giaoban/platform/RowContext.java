package org.giaoban.platform;

import java.util.Map;

/**
 * Tells the database, at the beginning of every transaction, who acts and on which units: what row-level security
 * compares with. Owned by access.
 */
public interface RowContext {

    /** Called before the transaction takes its connection; may read the database in a transaction of its own. */
    void prepare();

    /** Settings by name, such as {@code app.account}; none when nobody is signed in, then protected rows stay hidden. */
    Map<String, String> settings();
}
