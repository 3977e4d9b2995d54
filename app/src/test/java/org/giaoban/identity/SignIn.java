package org.giaoban.identity;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

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

    public static RequestPostProcessor as(Accounts accounts, AccountId id) {
        var signedIn = new SignedIn(id.value(), accounts.get(id).stamp());
        return authentication(UsernamePasswordAuthenticationToken.authenticated(signedIn, null, List.of()));
    }
}
