package org.giaoban.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.giaoban.platform.api.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** How programs are answered that may not enter: without a token 401, with one that may not do this anywhere 403. */
class ProgramTurnaway implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final CurrentViewer viewer;
    private final Problems problems;

    ProgramTurnaway(CurrentViewer viewer, Problems problems) {
        this.viewer = viewer;
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        turnAway(request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        turnAway(request, response);
    }

    private void turnAway(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (viewer.find().isEmpty()) {
            BearerFilter.challenge(response, "");
            problems.write(request, response, HttpStatus.UNAUTHORIZED.value(), "no-token");
        } else {
            BearerFilter.challenge(response, "insufficient_scope");
            problems.write(request, response, HttpStatus.FORBIDDEN.value(), "forbidden");
        }
    }
}
