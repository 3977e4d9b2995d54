package org.giaoban.organization;

import org.jooq.Query;

/** Writes rows in such a way that every one of them can be put back as it was. */
public interface Journal {

    /** Runs an insert, update or delete without a returning clause and keeps each row as it was and as it became. */
    int write(Query change);
}
