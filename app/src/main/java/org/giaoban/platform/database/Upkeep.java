package org.giaoban.platform.database;

/** What only the owner of the tables may do, beside the application's own role. */
public interface Upkeep {

    /** Writes the table's file anew, so that nothing of what its rows held before stays in it. Nobody uses the table meanwhile. */
    void rewrite(String table);
}
