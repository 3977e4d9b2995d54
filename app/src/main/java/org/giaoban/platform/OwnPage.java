package org.giaoban.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;

/** Whether a request was sent from a page of ours, as the browser itself says; other sites' scripts cannot say so. */
public final class OwnPage {

    private OwnPage() {}

    public static boolean sent(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        return site == null ? sameOrigin(request) : site.equals("same-origin");
    }

    /** Browsers say no more than this where the line is not encrypted. */
    private static boolean sameOrigin(HttpServletRequest request) {
        var url = URI.create(request.getRequestURL().toString());
        return (url.getScheme() + "://" + url.getAuthority()).equals(request.getHeader("Origin"));
    }
}
