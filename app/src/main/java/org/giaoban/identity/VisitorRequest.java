package org.giaoban.identity;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.util.WebUtils;

/** What a request says of its sender before any session is read. */
public final class VisitorRequest {

    private static final String FOR_ALL = "giaoban.made-for-all";

    private VisitorRequest() {}

    /** Whether it brings a session's cookie, of whatever worth. */
    public static boolean hasSession(HttpServletRequest request) {
        return request.getCookies() != null
                && (WebUtils.getCookie(request, SessionCookie.PLAIN_NAME) != null
                        || WebUtils.getCookie(request, SessionCookie.SECURE_NAME) != null);
    }

    /** Says that what is made now will be kept and shown to everybody who asks for it: it does not stand in line behind those who search. */
    public static void makesForAll(HttpServletRequest request) {
        request.setAttribute(FOR_ALL, true);
    }

    static boolean forAll(HttpServletRequest request) {
        return request.getAttribute(FOR_ALL) != null;
    }
}
