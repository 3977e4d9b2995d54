package org.giaoban.platform;

import jakarta.servlet.http.HttpServletRequest;

/** Notes on a request that no handler answers to its address, so that a visitor is not asked to log in for nothing. */
public final class Doorway {

    private static final String NOWHERE = "giaoban.nowhere";

    private Doorway() {}

    public static void noteNowhere(HttpServletRequest request) {
        request.setAttribute(NOWHERE, true);
    }

    public static boolean leadsNowhere(HttpServletRequest request) {
        return request.getAttribute(NOWHERE) != null;
    }
}
