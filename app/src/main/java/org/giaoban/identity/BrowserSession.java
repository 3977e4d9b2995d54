package org.giaoban.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.giaoban.platform.MachineTime;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/** Begins the session of somebody who just proved who they are: new id, new form token, nothing kept from before. */
@Component
class BrowserSession {

    static final String DEVICE = "identity.device";
    static final String ADDRESS = "identity.address";

    private static final String HALF_WAY = "identity.half-way";
    private static final int LONGEST_DEVICE = 300;

    private final SecurityContextRepository contexts;
    private final CsrfTokenRepository csrf;
    private final MachineTime time;

    BrowserSession(SecurityContextRepository contexts, CsrfTokenRepository csrf, MachineTime time) {
        this.contexts = contexts;
        this.csrf = csrf;
        this.time = time;
    }

    void begin(Account account, Proof proof, HttpServletRequest request, HttpServletResponse response) {
        var session = anew(request);
        var device = Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), "");
        session.setAttribute(DEVICE, device.substring(0, Math.min(device.length(), LONGEST_DEVICE)));
        session.setAttribute(ADDRESS, request.getRemoteAddr());
        save(new SignedIn(account.id().value(), account.stamp(), proof, now()), request, response);
    }

    /** The password was right and a second factor is awaited: a session that is nobody's yet. */
    void await(Account account, HttpServletRequest request, HttpServletResponse response) {
        anew(request).setAttribute(HALF_WAY, new HalfWay(account.id().value(), account.stamp(), now()));
        csrf.saveToken(null, request, response);
    }

    Optional<HalfWay> halfWay(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .flatMap(session -> Optional.ofNullable((HalfWay) session.getAttribute(HALF_WAY)));
    }

    long now() {
        return time.instant().toEpochMilli();
    }

    private static HttpSession anew(HttpServletRequest request) {
        var before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        return request.getSession();
    }

    /** After a change of the password or another proof: this session goes on under a new id. */
    void continueWith(SignedIn signedIn, HttpServletRequest request, HttpServletResponse response) {
        request.getSession();
        request.changeSessionId();
        save(signedIn, request, response);
    }

    private void save(SignedIn signedIn, HttpServletRequest request, HttpServletResponse response) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(signedIn, null, List.of()));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        csrf.saveToken(null, request, response);
    }
}
