package org.giaoban.audit;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.giaoban.access.Scope;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of the log a list shows.
 *
 * @param withoutUnitToo whether lines that belong to no unit (log-ins, accounts) are the viewer's business
 * @param actors null: whoever
 * @param before the last line of the page before
 */
record AuditFilter(
        Scope scope,
        boolean withoutUnitToo,
        @Nullable Set<AccountId> actors,
        String act,
        @Nullable ObjectRef object,
        @Nullable UnitId unit,
        Instant from,
        Instant until,
        @Nullable UUID before) {}
