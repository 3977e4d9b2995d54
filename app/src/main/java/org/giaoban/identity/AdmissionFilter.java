package org.giaoban.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.giaoban.platform.Outage;
import org.giaoban.platform.OutagePage;
import org.giaoban.platform.api.ApiPath;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns away what the machine cannot serve in time, before a session is read or a body parsed, so that the rest is served; a room in which everybody taps at once is not turned away. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class AdmissionFilter extends OncePerRequestFilter {

    /** A program comes again by itself. */
    private static final Duration PATIENCE_OF_PROGRAMS = Duration.ofMillis(500);

    private static final Duration PATIENCE_OF_VISITORS = Duration.ofMillis(500);

    private final Lanes lanes;
    private final OutagePage page;

    AdmissionFilter(Lanes lanes, OutagePage page) {
        this.lanes = lanes;
        this.page = page;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return StaticFiles.asked(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (logsIn(request)) {
            within(lanes.logIn(), patienceToLogIn(request), request, response, chain);
        } else if (reads(request)) {
            within(
                    VisitorRequest.forAll(request) ? lanes.pages() : lanes.visitors(),
                    PATIENCE_OF_VISITORS,
                    request,
                    response,
                    (req, res) -> serve(request, response, chain));
        } else if (ApiPath.asked(request)) {
            within(
                    lanes.programs(),
                    PATIENCE_OF_PROGRAMS,
                    request,
                    response,
                    (req, res) -> serve(request, response, chain));
        } else {
            serve(request, response, chain);
        }
    }

    private void serve(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        within(lanes.everybody(), lanes.patience(), request, response, chain);
    }

    private void within(
            Lane lane, Duration patience, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!lane.enter(patience)) {
            page.write(request, response, Outage.BUSY);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            lane.leave();
        }
    }

    /** In a crowd the form is shown as long as somebody can be let in at once: shown to all, it would be filled in for nothing. */
    private Duration patienceToLogIn(HttpServletRequest request) {
        var waits = !request.getMethod().equals("GET") || !lanes.logIn().crowded();
        return waits ? lanes.patience() : Duration.ZERO;
    }

    /** A lane of its own: however many do whatever else, the door is found. */
    private static boolean logsIn(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.equals("/login") || path.startsWith("/login/");
    }

    /** Visitors who read share few places among themselves, so that a crowd of them leaves room for those who work or log in. */
    private static boolean reads(HttpServletRequest request) {
        return request.getMethod().equals("GET") && !ApiPath.asked(request) && !VisitorRequest.hasSession(request);
    }
}
