package org.giaoban.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.giaoban.platform.Stamps;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds out anew with every request whether the session still stands for an open account, and who that is. */
class ViewerFilter extends OncePerRequestFilter {

    private static final Duration LONGEST_SESSION = Duration.ofHours(12);
    private static final String NEW_PASSWORD = "/account/password";
    private static final Set<String> OPEN_BEFORE_NEW_PASSWORD = Set.of(NEW_PASSWORD, "/logout", "/error");

    private static final List<GrantedAuthority> VISITOR = AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS");

    private final Accounts accounts;
    private final CurrentViewer viewer;
    private final Stamps stamps;

    ViewerFilter(Accounts accounts, CurrentViewer viewer, Stamps stamps) {
        this.accounts = accounts;
        this.viewer = viewer;
        this.stamps = stamps;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return StaticFiles.asked(request);
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var signedIn = signedIn();
        if (signedIn == null) {
            chain.doFilter(request, response);
            return;
        }
        try (var _ = stamps.glance()) {
            answer(signedIn, request, response, chain);
        }
    }

    private static @Nullable SignedIn signedIn() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn ? signedIn : null;
    }

    private void answer(SignedIn signedIn, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var account = expired(request) ? Optional.<Account>empty() : accounts.current(signedIn);
        if (account.isEmpty()) {
            forget(request);
            chain.doFilter(request, response);
            return;
        }
        if (account.get().mustChangePassword() && !OPEN_BEFORE_NEW_PASSWORD.contains(request.getRequestURI())) {
            Away.to(NEW_PASSWORD, request, response);
            return;
        }
        var before = viewer.enter(account.get().viewer());
        try {
            chain.doFilter(request, response);
        } finally {
            viewer.leave(before);
        }
    }

    private static boolean expired(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null
                && session.getLastAccessedTime() - session.getCreationTime() > LONGEST_SESSION.toMillis();
    }

    private static void forget(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        var visitor = SecurityContextHolder.createEmptyContext();
        visitor.setAuthentication(new AnonymousAuthenticationToken("giaoban", "visitor", VISITOR));
        SecurityContextHolder.setContext(visitor);
    }
}
