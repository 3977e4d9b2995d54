package org.giaoban.disclosure;

import java.util.UUID;
import org.giaoban.access.Scope;
import org.jspecify.annotations.Nullable;

/**
 * What the list of those who prepare and release is narrowed to.
 *
 * @param words folded; empty for all
 * @param notBy only drafts this account had no hand in
 */
record DeskFilter(
        Scope writing,
        Scope approving,
        @Nullable Kind kind,
        Item.@Nullable State state,
        String words,
        @Nullable UUID notBy,
        @Nullable UUID after) {}
