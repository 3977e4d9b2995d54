package org.giaoban.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** The addresses of our own files, which everybody may load and which say nothing about anybody. */
final class StaticFiles {

    private static final List<String> FOLDERS =
            List.of("/webjars/", "/_static/", "/css/", "/js/", "/fonts/", "/img/", "/favicon.ico", "/robots.txt");

    private StaticFiles() {}

    static boolean asked(HttpServletRequest request) {
        var path = request.getRequestURI();
        return FOLDERS.stream().anyMatch(path::startsWith);
    }
}
