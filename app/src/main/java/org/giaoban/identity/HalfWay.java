package org.giaoban.identity;

import java.io.Serializable;
import java.util.UUID;
import org.giaoban.kernel.AccountId;

/** A log-in that has the password behind it and a second factor before it: opens nothing. */
record HalfWay(UUID account, int stamp, long since) implements Serializable {

    AccountId id() {
        return new AccountId(account);
    }
}
