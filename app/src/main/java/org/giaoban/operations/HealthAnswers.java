package org.giaoban.operations;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.giaoban.platform.database.DatabaseGate;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Two words for whoever watches from outside, before any place is taken or session read. Alive: the program answers; it is not asked
 * about the database, for a restart would not mend that. Ready: it takes requests and the database answers; a load balancer sends
 * nobody to one that is not.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 4)
class HealthAnswers extends OncePerRequestFilter {

    private static final String ALIVE = "/livez";
    private static final String READY = "/readyz";

    private final ApplicationAvailability availability;
    private final DatabaseGate database;

    HealthAnswers(ApplicationAvailability availability, DatabaseGate database) {
        this.availability = availability;
        this.database = database;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI();
        return !path.equals(ALIVE) && !path.equals(READY);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var word = request.getRequestURI().equals(ALIVE) ? alive() : ready();
        response.setStatus(word.good() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("text/plain;charset=US-ASCII");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.getOutputStream().write(word.text().getBytes(StandardCharsets.US_ASCII));
    }

    private record Word(boolean good, String text) {}

    private Word alive() {
        var good = availability.getLivenessState() == LivenessState.CORRECT;
        return new Word(good, good ? "alive" : "broken");
    }

    private Word ready() {
        if (availability.getReadinessState() != ReadinessState.ACCEPTING_TRAFFIC) {
            return new Word(false, "draining");
        }
        return database.answers() ? new Word(true, "ready") : new Word(false, "no database");
    }
}
