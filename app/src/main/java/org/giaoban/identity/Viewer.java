package org.giaoban.identity;

import java.util.UUID;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/** The one who looks or acts: a signed-in account, or the system itself. */
public record Viewer(AccountId account, @Nullable PersonId person, String login, String name) {

    /** The command line and the loading of stories: may do everything, and the audit log says so. */
    public static final Viewer SYSTEM = new Viewer(new AccountId(new UUID(0, 0)), null, "system", "system");

    public boolean system() {
        return account.equals(SYSTEM.account);
    }
}
