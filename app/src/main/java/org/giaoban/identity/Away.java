package org.giaoban.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Sends the browser to another page, also when only a fragment was asked for. */
public final class Away {

    private Away() {}

    public static void to(String path, HttpServletRequest request, HttpServletResponse response) {
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", path);
            response.setStatus(HttpStatus.NO_CONTENT.value());
        } else {
            response.setHeader(HttpHeaders.LOCATION, path);
            response.setStatus(HttpStatus.SEE_OTHER.value());
        }
    }
}
