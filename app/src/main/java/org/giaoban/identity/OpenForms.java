package org.giaoban.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.giaoban.platform.OwnPage;

/**
 * Forms that visitors send without a session, and whose pages are the same bytes for everybody: instead of a token, the browser
 * itself must say that they come from a page of ours. Leaving the newsletter is asked by mail programs, which have no page; the
 * address they call holds the secret.
 */
final class OpenForms {

    private static final List<String> FOLDERS = List.of("/ban-doc/", "/ban-tin");
    private static final String LEAVING = "/ban-tin/huy/";

    private OpenForms() {}

    static boolean ours(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.startsWith(LEAVING) || (FOLDERS.stream().anyMatch(path::startsWith) && OwnPage.sent(request));
    }
}
