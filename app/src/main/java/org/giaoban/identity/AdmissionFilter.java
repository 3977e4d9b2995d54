package org.giaoban.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.giaoban.platform.Texts;
import org.giaoban.platform.api.ApiPath;
import org.giaoban.platform.api.Problems;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns away what the machine cannot serve in time, before a session is read or a body parsed, so that the rest is served; a room in which everybody taps at once is not turned away. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class AdmissionFilter extends OncePerRequestFilter {

    /** A program comes again by itself. */
    private static final Duration PATIENCE_OF_PROGRAMS = Duration.ofMillis(250);

    private static final Duration PATIENCE_OF_VISITORS = Duration.ofMillis(500);

    private static final String RETRY_AFTER_SECONDS = "2";

    private static final String LOG_IN = "/login";

    private final Semaphore places;
    private final Semaphore visitors;
    private final Duration patience;
    private final Problems problems;

    AdmissionFilter(
            @Value("${giaoban.places:64}") int places,
            @Value("${giaoban.visitor-places:8}") int visitorPlaces,
            @Value("${giaoban.patience:3s}") Duration patience,
            Problems problems) {
        this.places = new Semaphore(places, true);
        visitors = new Semaphore(visitorPlaces, true);
        this.patience = patience;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return StaticFiles.asked(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (reads(request)) {
            within(visitors, PATIENCE_OF_VISITORS, request, response, (req, res) -> serve(request, response, chain));
        } else {
            serve(request, response, chain);
        }
    }

    private void serve(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        within(places, ApiPath.asked(request) ? PATIENCE_OF_PROGRAMS : patience, request, response, chain);
    }

    private void within(
            Semaphore some, Duration wait, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!admitted(some, wait)) {
            turnAway(request, response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            some.release();
        }
    }

    /** Visitors who read share few places among themselves, so that a crowd of them leaves room for those who work or log in. */
    private static boolean reads(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && !ApiPath.asked(request)
                && !request.getRequestURI().equals(LOG_IN)
                && !VisitorRequest.hasSession(request);
    }

    private static boolean admitted(Semaphore some, Duration wait) {
        try {
            return some.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void turnAway(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        if (ApiPath.asked(request)) {
            problems.write(request, response, HttpStatus.SERVICE_UNAVAILABLE.value(), "busy");
            return;
        }
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setContentType("text/plain;charset=UTF-8");
        response.getOutputStream()
                .write(Texts.text(Texts.VIETNAMESE, "identity.full").getBytes(StandardCharsets.UTF_8));
    }
}
