package org.giaoban.identity;

import java.util.UUID;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * The one who looks or acts: a signed-in account, a program with one of its tokens, or the system itself.
 *
 * @param token the program's token; null for a person
 */
public record Viewer(
        AccountId account,
        @Nullable PersonId person,
        String login,
        String name,
        @Nullable TokenLimits token) {

    /** The command line and the loading of stories: may do everything, and the audit log says so. */
    public static final Viewer SYSTEM = new Viewer(new AccountId(new UUID(0, 0)), null, "system", "system");

    public Viewer(AccountId account, @Nullable PersonId person, String login, String name) {
        this(account, person, login, name, null);
    }

    public boolean system() {
        return account.equals(SYSTEM.account);
    }
}
