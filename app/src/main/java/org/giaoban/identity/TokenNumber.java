package org.giaoban.identity;

import org.giaoban.platform.Stamps;
import org.springframework.stereotype.Component;

/** Another number whenever a token was revoked, or an account opens other doors or has another password than before. */
@Component
class TokenNumber {

    private static final String NAME = "identity.tokens";

    private final Stamps stamps;

    TokenNumber(Stamps stamps) {
        this.stamps = stamps;
    }

    long get() {
        return stamps.number(NAME);
    }

    void renew() {
        stamps.renew(NAME);
    }
}
