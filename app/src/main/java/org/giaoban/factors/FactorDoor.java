package org.giaoban.factors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.giaoban.identity.Away;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Weighty;
import org.giaoban.platform.ForEveryone;
import org.giaoban.platform.NotFound;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Stands behind the door of rights: asks holders of what is guarded for a second factor, and everybody for a fresh proof before acts of weight. */
@Configuration(proxyBeanMethods = false)
class FactorDoor implements WebMvcConfigurer, HandlerInterceptor {

    /** The field of the page that asks. */
    static final String PROOF = "gb-proof";

    static final String CONFIRM = "/account/confirm";

    private static final int AFTER_RIGHTS = 10;

    /** Open to whoever has yet to set up what is asked of them. */
    private static final List<String> OPEN = List.of("/account/factors", CONFIRM, "/account/password", "/logout");

    private final Proving proving;
    private final Factors factors;
    private final CurrentViewer viewer;

    FactorDoor(Proving proving, Factors factors, CurrentViewer viewer) {
        this.proving = proving;
        this.factors = factors;
        this.viewer = viewer;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(AFTER_RIGHTS);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)
                || method.hasMethodAnnotation(ForEveryone.class)
                || viewer.find().isEmpty()) {
            return true;
        }
        var weighty = method.getMethodAnnotation(Weighty.class);
        if (viewer.get().token() != null) {
            return program(weighty != null, request);
        }
        if (lacks(request)) {
            var has = factors.awaited(viewer.get().account());
            Away.to(has ? asking(request) : "/account/factors", request, response);
            return false;
        }
        return weighty == null || proven(weighty, request, response);
    }

    /** A program has nobody at hand who could prove anything. */
    private static boolean program(boolean weighty, HttpServletRequest request) {
        if (weighty) {
            throw new NotFound(request.getRequestURI());
        }
        return true;
    }

    private boolean lacks(HttpServletRequest request) {
        return OPEN.stream().noneMatch(request.getRequestURI()::startsWith)
                && proving.lacking().isPresent();
    }

    private boolean proven(Weighty weighty, HttpServletRequest request, HttpServletResponse response) {
        if (proving.fresh(weighty.value())) {
            return true;
        }
        if (request.getMethod().equals("GET") || request.getHeader("HX-Request") != null) {
            Away.to(asking(request) + "&for=" + weighty.value(), request, response);
            return false;
        }
        var typed = request.getParameter(PROOF);
        if (typed != null) {
            var error = proving.take(typed, request, response).orElse(null);
            if (error == null && proving.fresh(weighty.value())) {
                return true;
            }
            throw new ProofNeeded(weighty.value(), error);
        }
        throw new ProofNeeded(weighty.value(), null);
    }

    /** A fragment is asked for by the page around it, which is where one comes back to. */
    private static String asking(HttpServletRequest request) {
        var query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        var here = request.getMethod().equals("GET") && request.getHeader("HX-Request") == null
                ? request.getRequestURI() + query
                : Objects.requireNonNullElse(request.getHeader("HX-Current-URL"), "")
                        .replaceFirst("^https?://[^/]*", "");
        return CONFIRM + "?next=" + URLEncoder.encode(here, StandardCharsets.UTF_8);
    }
}
