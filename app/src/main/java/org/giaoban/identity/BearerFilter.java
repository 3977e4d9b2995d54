package org.giaoban.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.giaoban.platform.Stamps;
import org.giaoban.platform.api.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a program in by its token in the Authorization header, and by nothing else: no cookie, no session, no address. */
class BearerFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";
    private static final Pattern TOKEN_IN_ADDRESS =
            Pattern.compile("(?:^|&)(?:access_token|token)=|giaoban_[\\w-]{43}");
    private static final String WAIT_SECONDS = "900";

    private final ApiTokens tokens;
    private final Throttle throttle;
    private final CurrentViewer viewer;
    private final Problems problems;
    private final Stamps stamps;

    BearerFilter(ApiTokens tokens, Throttle throttle, CurrentViewer viewer, Problems problems, Stamps stamps) {
        this.tokens = tokens;
        this.throttle = throttle;
        this.viewer = viewer;
        this.problems = problems;
        this.stamps = stamps;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var query = request.getQueryString();
        if (query != null && TOKEN_IN_ADDRESS.matcher(query).find()) {
            challenge(response, "invalid_request");
            problems.write(request, response, HttpStatus.BAD_REQUEST.value(), "token-in-address");
            return;
        }
        var given = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (given == null) {
            chain.doFilter(request, response);
            return;
        }
        var secret = given.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? given.substring(SCHEME.length()).strip()
                : "";
        try (var _ = stamps.glance()) {
            answer(secret, request, response, chain);
        }
    }

    private void answer(String secret, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        switch (tokens.shown(secret)) {
            case ApiTokens.Shown.Good good -> enter(good.viewer(), request, response, chain);
            case ApiTokens.Shown.Dead dead -> {
                if (admitted(request, response)) {
                    tokens.refused(dead.token());
                    turnAway(request, response);
                }
            }
            case ApiTokens.Shown.Unknown _ -> {
                if (admitted(request, response)) {
                    turnAway(request, response);
                }
            }
        }
    }

    private void enter(Viewer program, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(program.login(), null, List.of()));
        SecurityContextHolder.setContext(context);
        var before = viewer.enter(program);
        try {
            chain.doFilter(request, response);
        } finally {
            viewer.leave(before);
        }
    }

    private boolean admitted(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (throttle.admitBadToken(request.getRemoteAddr())) {
            return true;
        }
        response.setHeader(HttpHeaders.RETRY_AFTER, WAIT_SECONDS);
        problems.write(request, response, HttpStatus.TOO_MANY_REQUESTS.value(), "too-many");
        return false;
    }

    private void turnAway(HttpServletRequest request, HttpServletResponse response) throws IOException {
        challenge(response, "invalid_token");
        problems.write(request, response, HttpStatus.UNAUTHORIZED.value(), "bad-token");
    }

    static void challenge(HttpServletResponse response, String error) {
        var cause = error.isEmpty() ? "" : ", error=\"" + error + "\"";
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"giaoban\"" + cause);
    }
}
