package org.giaoban.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.giaoban.platform.Doorway;
import org.giaoban.platform.LostForm;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** How those are answered who may not enter: visitors are led to the log-in, viewers see that there is nothing; no form is lost. */
final class Turnaway {

    private Turnaway() {}

    /** A visitor logs in first and then comes back, unless the address does not exist at all; what a form brought goes back with the page. */
    static final class Visitor implements AuthenticationEntryPoint {

        @Override
        public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
                throws IOException {
            if (Doorway.leadsNowhere(request)) {
                response.sendError(HttpStatus.NOT_FOUND.value());
            } else if (LostForm.ours(request)) {
                LostForm.keep(request, false);
                response.sendError(HttpStatus.FORBIDDEN.value());
            } else {
                Away.to("/login" + back(request), request, response);
            }
        }

        private static String back(HttpServletRequest request) {
            if (!request.getMethod().equals("GET")) {
                return "";
            }
            var query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
            return "?next=" + URLEncoder.encode(request.getRequestURI() + query, StandardCharsets.UTF_8);
        }
    }

    /** Forbidden looks like absent; only a form that did not come from our page is called what it is. */
    static final class Viewer implements AccessDeniedHandler {

        @Override
        public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
                throws IOException {
            if (!(e instanceof CsrfException)) {
                response.sendError(HttpStatus.NOT_FOUND.value());
            } else if (LostForm.ours(request) && request.getRequestURI().equals("/login")) {
                Away.to("/login", request, response);
            } else {
                if (LostForm.ours(request)) {
                    LostForm.keep(request, signedIn());
                }
                response.sendError(HttpStatus.FORBIDDEN.value());
            }
        }

        /** The token is looked at before the viewer is known. */
        private static boolean signedIn() {
            var known = SecurityContextHolder.getContext().getAuthentication();
            return known != null && !(known instanceof AnonymousAuthenticationToken) && known.isAuthenticated();
        }
    }
}
