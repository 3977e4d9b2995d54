package org.giaoban.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.giaoban.platform.database.DatabaseGate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Where the machine fails and not the request, says so on a page that needs nothing of what failed, before a place is taken or a session read. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class OutageFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(OutageFilter.class);

    private final DatabaseGate gate;
    private final Handlers handlers;
    private final OutagePage page;

    OutageFilter(DatabaseGate gate, Handlers handlers, OutagePage page) {
        this.gate = gate;
        this.handlers = handlers;
        this.page = page;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (gate.closed() && needsDatabase(request)) {
            page.write(request, response, Outage.AWAY);
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException | IOException failure) {
            var outage = Outage.of(failure);
            if (outage.isEmpty() || response.isCommitted()) {
                throw failure;
            }
            LOG.warn("{} at {} {}: {}", outage.get(), request.getMethod(), request.getRequestURI(), failure.toString());
            if (outage.get() == Outage.AWAY) {
                gate.suspect();
            }
            page.write(request, response, outage.get());
        }
    }

    /** Our own files do not. */
    private boolean needsDatabase(HttpServletRequest request) {
        return handlers.of(request) != null;
    }
}
