package org.giaoban.platform.personal;

import java.util.Set;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * The person whom data are about.
 *
 * @param person null for an account that belongs to nobody in the register
 * @param names what the person is called here, now
 * @param mails addresses of the person, in small letters
 * @param alone whether nobody else bears one of the names: only then does a name without an id say who is meant
 */
public record DataSubject(
        @Nullable PersonId person, Set<AccountId> accounts, Set<String> names, Set<String> mails, boolean alone) {

    public DataSubject {
        accounts = Set.copyOf(accounts);
        names = Set.copyOf(names);
        mails = Set.copyOf(mails);
    }
}
