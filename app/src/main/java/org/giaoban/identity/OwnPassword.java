package org.giaoban.identity;

import java.util.Optional;
import org.giaoban.platform.Texts;
import org.springframework.stereotype.Component;

/** Asks the viewer's own password once more: a stolen session must neither do what lasts nor find it out by trying. */
@Component
public class OwnPassword {

    /** Stands where tries to log in have an address. */
    private static final String OWN = "own account of ";

    private final Accounts accounts;
    private final Throttle throttle;
    private final CurrentViewer viewer;

    OwnPassword(Accounts accounts, Throttle throttle, CurrentViewer viewer) {
        this.accounts = accounts;
        this.throttle = throttle;
        this.viewer = viewer;
    }

    /** What is wrong with the password as typed, as a sentence. */
    public Optional<String> objection(String typed) {
        var login = viewer.get().login();
        if (!throttle.admit(login, OWN + login)) {
            return Optional.of(Texts.text("identity.password.too-many"));
        }
        if (!accounts.passwordIs(viewer.get().account(), typed)) {
            return Optional.of(Texts.text("identity.password.not-present"));
        }
        throttle.forgive(login, OWN + login);
        return Optional.empty();
    }
}
