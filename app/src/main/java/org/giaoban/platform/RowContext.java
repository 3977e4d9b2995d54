package org.giaoban.platform;

import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells the database, at the beginning of every transaction, who acts and on which units: what row-level security compares with. Owned by access. */
public interface RowContext {

    /** Null: nobody is signed in, protected rows stay hidden. */
    @Nullable
    UUID account();

    Collection<UUID> units();
}
