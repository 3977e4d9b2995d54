package org.giaoban.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.giaoban.kernel.VietnameseText;
import org.springframework.core.io.ClassPathResource;

/** What a password must be: long enough and not one that everybody tries first. No rule about kinds of characters. */
final class PasswordRules {

    static final int SHORTEST = 10;

    private static final Set<String> COMMON = read();

    private PasswordRules() {}

    /** The text key of what is wrong with the password, if anything is. */
    static Optional<String> objection(String password, String login) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return Optional.of("identity.password.short");
        }
        if (password.length() > Passwords.LONGEST) {
            return Optional.of("identity.password.long");
        }
        var folded = VietnameseText.fold(password).replace(" ", "");
        if (folded.chars().distinct().count() < 4) {
            return Optional.of("identity.password.common");
        }
        if (COMMON.contains(folded) || folded.contains(login) && folded.length() < login.length() + 4) {
            return Optional.of("identity.password.common");
        }
        return Optional.empty();
    }

    private static Set<String> read() {
        try (var lines = new ClassPathResource("identity/common-passwords.txt").getInputStream()) {
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
