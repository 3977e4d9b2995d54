package org.giaoban.operations;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/** Times what is served, by the pattern of its address and not by the address itself, which may name somebody. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
class RequestTimes extends OncePerRequestFilter {

    private static final String NO_HANDLER = "none";

    private final MeterRegistry registry;
    private final ConcurrentHashMap<Kind, Timer> timers = new ConcurrentHashMap<>();

    RequestTimes(MeterRegistry registry) {
        this.registry = registry;
    }

    /** What is timed together. */
    private record Kind(String pattern, int status) {}

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var began = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } finally {
            var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
            var kind = new Kind(Objects.requireNonNullElse(pattern, NO_HANDLER).toString(), response.getStatus());
            timers.computeIfAbsent(kind, this::timer).record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
        }
    }

    private Timer timer(Kind kind) {
        return Timer.builder("giaoban.requests")
                .description("How long requests took, by pattern and status")
                .tag("pattern", kind.pattern())
                .tag("status", String.valueOf(kind.status()))
                .serviceLevelObjectives(
                        Duration.ofMillis(50), Duration.ofMillis(150), Duration.ofMillis(500), Duration.ofSeconds(3))
                .register(registry);
    }
}
