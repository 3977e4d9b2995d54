package org.giaoban.access;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.UnitId;

/** Somebody may decide on what these units send, on those days, in the place of whoever gave it. */
public record Delegation(
        UUID id, AccountId giver, AccountId taker, Set<UnitId> units, DateRange days, boolean revoked) {

    public boolean over(LocalDate today) {
        var until = days.until();
        return revoked || until != null && !until.isAfter(today);
    }
}
