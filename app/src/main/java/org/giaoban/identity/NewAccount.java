package org.giaoban.identity;

import org.giaoban.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/** What is needed to open an account; the password is plain here and nowhere else. */
public record NewAccount(
        String login,
        String name,
        @Nullable PersonId person,
        @Nullable String email,
        String password,
        FirstLogIn firstLogIn) {

    /** Whether the owner must choose another password before anything else. */
    public enum FirstLogIn {
        CHANGES_PASSWORD,
        KEEPS_PASSWORD
    }
}
