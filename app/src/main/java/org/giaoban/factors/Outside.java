package org.giaoban.factors;

import java.io.Serializable;

/**
 * Somebody as another organisation's server knows them.
 *
 * @param issuer that server's address
 * @param subject its unchanging name for them; nobody there ever gets another's
 * @param name what it calls them, only for showing
 */
record Outside(String issuer, String subject, String name) implements Serializable {

    static final int LONGEST = 255;

    Outside {
        if (subject.isBlank() || subject.length() > LONGEST) {
            throw new IllegalArgumentException("no subject");
        }
        name = name.substring(0, Math.min(name.length(), LONGEST));
    }
}
