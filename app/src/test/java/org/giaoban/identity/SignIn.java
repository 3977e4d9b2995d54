package org.giaoban.identity;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.giaoban.kernel.AccountId;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Lets a test's request come from a signed-in account, without the work of comparing a password. */
public final class SignIn {

    private SignIn() {}

    public static RequestPostProcessor as(Accounts accounts, String login) {
        return as(accounts, accounts.byLogin(login).orElseThrow());
    }

    /** Just now, and with everything that may be asked for. */
    public static RequestPostProcessor as(Accounts accounts, AccountId id) {
        return as(accounts, id, Proof.FACTOR, Duration.ZERO);
    }

    /** As somebody who proved it in this way so long ago. */
    public static RequestPostProcessor as(Accounts accounts, AccountId id, Proof proof, Duration ago) {
        var provenAt = Clock.systemUTC().instant().minus(ago).toEpochMilli();
        var signedIn = new SignedIn(id.value(), accounts.get(id).stamp(), proof, provenAt);
        return authentication(UsernamePasswordAuthenticationToken.authenticated(signedIn, null, List.of()));
    }
}
