package org.giaoban.identity;

import org.giaoban.platform.Refused;
import org.springframework.stereotype.Component;

/** Asks the one who is signed in for the password once more, before something that binds them; as patient as the log-in. */
@Component
public class StepUp {

    private final AccountRepository repository;
    private final Passwords passwords;
    private final Throttle throttle;
    private final CurrentViewer viewer;

    StepUp(AccountRepository repository, Passwords passwords, Throttle throttle, CurrentViewer viewer) {
        this.repository = repository;
        this.passwords = passwords;
        this.throttle = throttle;
        this.viewer = viewer;
    }

    /** Programs have no password to give. */
    public boolean confirms(String password) {
        var who = viewer.get();
        if (who.token() != null) {
            return false;
        }
        var address = "step-up:" + who.account();
        if (!throttle.admit(who.login(), address)) {
            throw new Refused("identity.step-up.too-many");
        }
        var hash = repository.passwordHash(who.account()).orElse(passwords.nobodysHash());
        return switch (passwords.check(password, hash)) {
            case BUSY -> throw new Refused("identity.password.busy");
            case WRONG -> false;
            case RIGHT -> {
                throttle.forgive(who.login(), address);
                yield true;
            }
        };
    }
}
