package org.giaoban.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.giaoban.platform.Handlers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Logs which doors stayed shut to whom (OWASP ASVS 5.0, V16.3.2). Forbidden and absent look alike from outside, so both are
 * there. Named are the account's id and our own method, and nothing of the address: that may hold what somebody typed.
 */
class RefusalFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalFilter.class);

    private final CurrentViewer viewer;
    private final Handlers handlers;

    RefusalFilter(CurrentViewer viewer, Handlers handlers) {
        this.viewer = viewer;
        this.handlers = handlers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        var status = response.getStatus();
        if (status == HttpStatus.FORBIDDEN.value() || status == HttpStatus.NOT_FOUND.value()) {
            viewer.find().ifPresent(who -> note(who, request, status));
        }
    }

    /** An address that leads nowhere is no door. */
    private void note(Viewer who, HttpServletRequest request, int status) {
        var handler = handlers.of(request);
        if (handler != null) {
            LOG.info(
                    "Not let in: account {} by {}.{}, {}",
                    who.account().value(),
                    handler.getBeanType().getSimpleName(),
                    handler.getMethod().getName(),
                    status);
        }
    }
}
