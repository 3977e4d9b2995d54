package org.giaoban.access;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;

/** A new account as typed. */
public record AccountForm(String login, String name, String email) {

    private static final int LONGEST_NAME = 200;

    public AccountForm(@Nullable String login, @Nullable String name, @Nullable String email) {
        this.login = Objects.requireNonNullElse(login, "").strip().toLowerCase(Locale.ROOT);
        this.name = Objects.requireNonNullElse(name, "").strip();
        this.email = Objects.requireNonNullElse(email, "").strip();
    }

    /** What is wrong, by field. */
    Map<String, String> errors() {
        var errors = new LinkedHashMap<String, String>();
        if (!login.matches("[a-z0-9][a-z0-9._-]{1,62}")) {
            errors.put("login", Texts.text("access.accounts.login-form"));
        }
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            errors.put("name", Texts.text("access.accounts.name-form"));
        }
        if (!email.isEmpty() && !email.matches("[^@\\s]+@[^@\\s]+")) {
            errors.put("email", Texts.text("access.accounts.email-form"));
        }
        return errors;
    }
}
