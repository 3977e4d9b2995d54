package org.giaoban.access;

import java.time.LocalDate;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.UnitId;

/** What one account was given in one unit, from when until when. */
public record Grant(GrantId id, AccountId account, Given given, UnitId unit, Reach reach, DateRange valid) {

    boolean runs(LocalDate today) {
        var until = valid.until();
        return until == null || until.isAfter(today);
    }
}
