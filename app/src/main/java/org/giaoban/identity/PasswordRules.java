package org.giaoban.identity;

import java.util.Optional;
import org.giaoban.kernel.VietnameseText;
import org.springframework.stereotype.Component;

/** What a password must be: long enough, not one that everybody tries first, and not one that leaked somewhere. No rule about kinds of characters. */
@Component
class PasswordRules {

    static final int SHORTEST = 10;

    private final LeakedPasswords leaked;

    PasswordRules(LeakedPasswords leaked) {
        this.leaked = leaked;
    }

    /** The text key of what is wrong with the password, if anything is. */
    Optional<String> objection(String password, String login) {
        var plain = plainObjection(password, login);
        return plain.isEmpty() && leaked.holds(password) ? Optional.of("identity.password.leaked") : plain;
    }

    private static Optional<String> plainObjection(String password, String login) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return Optional.of("identity.password.short");
        }
        if (password.length() > Passwords.LONGEST) {
            return Optional.of("identity.password.long");
        }
        var folded = VietnameseText.fold(password).replace(" ", "");
        var guessed = folded.chars().distinct().count() < 4
                || CommonPasswords.guessed(folded)
                || folded.contains(login) && folded.length() < login.length() + 4;
        return guessed ? Optional.of("identity.password.common") : Optional.empty();
    }
}
