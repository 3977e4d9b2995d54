package org.giaoban.identity;

import java.util.Optional;

/** Another way to sign in that the log-in page offers, at {@code /login/oidc}; the module of factors implements it. */
public interface OtherDoor {

    /** What people call it; absent when the operators have set up none. */
    Optional<String> name();
}
