package org.giaoban.identity;

import org.giaoban.kernel.AccountId;

/** Says whose log-in is not done with the password; the module of factors implements it. */
public interface SecondFactor {

    boolean awaited(AccountId account);
}
