package org.giaoban.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.WebUtils;

/** The theme a reader chose by {@code ?theme=dark}, kept in a cookie; the page's script writes the same cookie. */
class ThemeChoice implements HandlerInterceptor {

    private static final String NAME = "theme";
    private static final List<String> THEMES = List.of("light", "dark", "auto");

    static String of(HttpServletRequest request) {
        var asked = asked(request);
        if (asked != null) {
            return asked;
        }
        var cookie = WebUtils.getCookie(request, NAME);
        return cookie != null && THEMES.contains(cookie.getValue()) ? cookie.getValue() : "auto";
    }

    /** Also for the page that says what was wrong with the fields: it must not stumble over them again. */
    private static @Nullable String asked(HttpServletRequest request) {
        try {
            var asked = request.getParameter(NAME);
            return asked != null && THEMES.contains(asked) ? asked : null;
        } catch (IllegalStateException | RequestRejectedException unreadable) {
            return null;
        }
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var asked = asked(request);
        if (asked != null) {
            var cookie = ResponseCookie.from(NAME, asked)
                    .path("/")
                    .sameSite("Lax")
                    .secure(request.isSecure())
                    .maxAge(Duration.ofDays(365))
                    .build();
            response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        }
        return true;
    }
}
