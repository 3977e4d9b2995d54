package org.giaoban.platform.api;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Objects;
import org.giaoban.platform.Texts;

/** The addresses of the API, which are answered differently from pages. */
public final class ApiPath {

    public static final String V1 = "/api/v1";

    private static final String ALL = "/api/";

    private ApiPath() {}

    public static boolean asked(HttpServletRequest request) {
        var failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return (failed == null ? request.getRequestURI() : failed.toString()).startsWith(ALL);
    }

    /** The language of texts in answers: English when the program prefers it, else Vietnamese; never a cookie's. */
    public static Locale language(HttpServletRequest request) {
        var wanted = Objects.requireNonNullElse(request.getHeader("Accept-Language"), "");
        return wanted.toLowerCase(Locale.ROOT).startsWith("en") ? Locale.ENGLISH : Texts.VIETNAMESE;
    }
}
