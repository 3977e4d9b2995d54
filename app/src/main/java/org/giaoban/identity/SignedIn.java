package org.giaoban.identity;

import java.io.Serializable;
import java.security.Principal;
import java.util.UUID;
import org.giaoban.kernel.AccountId;

/** All that a session remembers: whose it is and of which password. Names and rights are read anew with every request. */
record SignedIn(UUID account, int stamp) implements Principal, Serializable {

    AccountId id() {
        return new AccountId(account);
    }

    @Override
    public String getName() {
        return account.toString();
    }
}
