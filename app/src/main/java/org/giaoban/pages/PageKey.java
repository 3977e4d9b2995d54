package org.giaoban.pages;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.regex.Pattern;
import org.giaoban.identity.VisitorRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.WebUtils;

/**
 * All that a kept page may depend on. There is none for a request that asks for more: with a session, a token, or a query
 * other than the place to go on from.
 */
record PageKey(String scheme, String host, int port, String path, String after, String lang, String theme) {

    private static final Set<String> METHODS = Set.of("GET", "HEAD");
    private static final Set<String> LANGUAGES = Set.of("vi", "en");
    private static final Set<String> THEMES = Set.of("light", "dark", "auto");
    private static final int LONGEST = 300;

    /** What other sites hang on to an address when they pass it on; it changes nothing on the page. */
    private static final Pattern PASSED_ON =
            Pattern.compile("(?:^|&)(?:fbclid|gclid|zarsrc|utm_[a-z]+)=[^&]*", Pattern.CASE_INSENSITIVE);

    private static final Pattern AFTER = Pattern.compile("(?:after=[0-9A-Za-z:._%-]*)?");

    static @Nullable PageKey of(HttpServletRequest request) {
        var path = request.getRequestURI();
        if (!METHODS.contains(request.getMethod())
                || path.length() > LONGEST
                || request.getHeader(HttpHeaders.AUTHORIZATION) != null
                || request.getHeader("HX-Request") != null) {
            return null;
        }
        var after = after(request.getQueryString());
        var lang = cookie(request, "lang", "vi");
        return after == null || !LANGUAGES.contains(lang) || VisitorRequest.hasSession(request)
                ? null
                : new PageKey(
                        request.getScheme(),
                        request.getServerName(),
                        request.getServerPort(),
                        path,
                        after,
                        lang,
                        theme(request));
    }

    private static @Nullable String after(@Nullable String query) {
        if (query == null || query.isEmpty()) {
            return "";
        }
        var own =
                query.length() > LONGEST * 4 ? query : PASSED_ON.matcher(query).replaceAll("");
        var plain = own.startsWith("&") ? own.substring(1) : own;
        return plain.length() <= LONGEST && AFTER.matcher(plain).matches() ? plain : null;
    }

    private static String theme(HttpServletRequest request) {
        var theme = cookie(request, "theme", "auto");
        return THEMES.contains(theme) ? theme : "auto";
    }

    private static String cookie(HttpServletRequest request, String name, String otherwise) {
        Cookie cookie = WebUtils.getCookie(request, name);
        return cookie == null || cookie.getValue() == null ? otherwise : cookie.getValue();
    }
}
