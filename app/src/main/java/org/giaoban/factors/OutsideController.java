package org.giaoban.factors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.giaoban.identity.Away;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.ProvenSession;
import org.giaoban.identity.Turns;
import org.giaoban.kernel.AccountId;
import org.giaoban.platform.ForEveryone;
import org.giaoban.platform.LocalPath;
import org.giaoban.platform.NotFound;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.RestClientException;

/** The way out to another organisation's server and back. What it says is worth a password: a second factor is asked for here all the same. */
@Controller
class OutsideController {

    private static final Logger LOG = LoggerFactory.getLogger(OutsideController.class);
    private static final String NEXT = "factors.outside-next";
    private static final String WORK = "/work";

    /** A whole office comes from one address. */
    private static final int TURNS = 200;

    private final OutsideLogIn logIn;
    private final OutsideTies ties;
    private final Factors factors;
    private final ProvenSession session;
    private final CurrentViewer viewer;
    private final Turns turns;

    OutsideController(
            OutsideLogIn logIn,
            OutsideTies ties,
            Factors factors,
            ProvenSession session,
            CurrentViewer viewer,
            Turns turns) {
        this.logIn = logIn;
        this.ties = ties;
        this.factors = factors;
        this.session = session;
        this.viewer = viewer;
        this.turns = turns;
    }

    @ForEveryone(office = true)
    @GetMapping("/login/oidc")
    void begin(@RequestParam(defaultValue = "") String next, HttpServletRequest request, HttpServletResponse response) {
        if (ties.name().isEmpty()) {
            throw new NotFound("oidc");
        }
        if (!turns.take("oidc", request.getRemoteAddr(), TURNS)) {
            Away.to("/login?problem=outside-silent", request, response);
            return;
        }
        try {
            var there = logIn.begin(request, response);
            request.getSession().setAttribute(NEXT, LocalPath.of(next, WORK));
            Away.to(there, request, response);
        } catch (RestClientException | IllegalArgumentException silent) {
            LOG.warn("The server at giaoban.oidc.issuer does not answer as one should: {}", silent.getClass());
            Away.to("/login?problem=outside-silent", request, response);
        }
    }

    @ForEveryone(office = true)
    @GetMapping("/login/oidc/back")
    void back(HttpServletRequest request, HttpServletResponse response) {
        var next = next(request.getSession(false));
        var who = logIn.finish(request, response);
        if (viewer.find().isPresent()) {
            who.ifPresent(found -> request.getSession().setAttribute(TieController.FOUND, found));
            Away.to(who.isPresent() ? TieController.HREF : "/account/factors", request, response);
            return;
        }
        var account = who.flatMap(ties::use).flatMap(factors::open);
        if (account.isEmpty()) {
            Away.to("/login?problem=" + (who.isEmpty() ? "outside-refused" : "outside-unknown"), request, response);
            return;
        }
        enter(account.get(), next, request, response);
    }

    private void enter(AccountId account, String next, HttpServletRequest request, HttpServletResponse response) {
        if (factors.awaited(account)) {
            session.await(account, request, response);
            Away.to("/login/factor?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8), request, response);
        } else {
            session.vouchedFor(account, request, response);
            Away.to(next, request, response);
        }
    }

    private static String next(@Nullable HttpSession session) {
        var kept = Optional.ofNullable(session).map(present -> (String) present.getAttribute(NEXT));
        return Objects.requireNonNullElse(kept.orElse(null), WORK);
    }
}
