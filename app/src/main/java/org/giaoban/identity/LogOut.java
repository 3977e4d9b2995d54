package org.giaoban.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;

/** Writes down that somebody left. */
@Component
class LogOut implements LogoutHandler {

    private final Accounts accounts;
    private final CurrentViewer viewer;

    LogOut(Accounts accounts, CurrentViewer viewer) {
        this.accounts = accounts;
        this.viewer = viewer;
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn) {
            accounts.current(signedIn)
                    .ifPresent(account -> viewer.run(account.viewer(), () -> accounts.left(account.id())));
        }
    }
}
