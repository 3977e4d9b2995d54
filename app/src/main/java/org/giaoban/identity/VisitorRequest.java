package org.giaoban.identity;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.util.WebUtils;

/** What a request says of its sender before any session is read. */
public final class VisitorRequest {

    private VisitorRequest() {}

    /** Whether it brings a session's cookie, of whatever worth. */
    public static boolean hasSession(HttpServletRequest request) {
        return request.getCookies() != null
                && (WebUtils.getCookie(request, SessionCookie.PLAIN_NAME) != null
                        || WebUtils.getCookie(request, SessionCookie.SECURE_NAME) != null);
    }
}
