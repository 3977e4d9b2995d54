package org.giaoban.identity;

import java.io.Serializable;
import java.security.Principal;
import java.util.UUID;
import org.giaoban.kernel.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * All that a session remembers: whose it is, of which password, and how and when its owner last proved who they are. Names and
 * rights are read anew with every request.
 *
 * @param proof absent in sessions that began before proofs were remembered
 * @param provenAt by the machine's clock, in milliseconds
 */
record SignedIn(UUID account, int stamp, @Nullable Proof proof, long provenAt) implements Principal, Serializable {

    AccountId id() {
        return new AccountId(account);
    }

    @Override
    public String getName() {
        return account.toString();
    }
}
