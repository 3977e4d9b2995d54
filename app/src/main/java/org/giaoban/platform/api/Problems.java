package org.giaoban.platform.api;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Texts;
import org.giaoban.platform.Violation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;

/** The one place where failures of the API become answers: plain words, a name for programs, nothing from inside. */
@Component
public class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String TYPE = "urn:giaoban:problem:";
    private static final int REFUSED = 409;
    private static final int INVALID = 422;

    /** Answers with a kind of problem that has words of its own: {@code platform.api.problem.<kind>}. */
    public void write(HttpServletRequest request, HttpServletResponse response, int status, String kind)
            throws IOException {
        var detail = Texts.text(ApiPath.language(request), "platform.api.problem." + kind);
        send(request, response, problem(request, status, kind, detail, List.of()));
    }

    /** Answers with what a failure means. */
    public void write(HttpServletRequest request, HttpServletResponse response, Throwable failure) throws IOException {
        send(request, response, of(request, failure));
    }

    private Problem of(HttpServletRequest request, Throwable failure) {
        var language = ApiPath.language(request);
        return switch (failure) {
            case NotFound _ -> known(request, 404);
            case Refused refused ->
                problem(
                        request,
                        REFUSED,
                        refused.key(),
                        Texts.text(language, refused.key(), refused.args()),
                        List.of());
            case Unprocessable wrong -> invalid(request, wrong.flaws());
            case ConcurrencyFailureException _ -> {
                var detail = Texts.text(language, "platform.error.changed-meanwhile");
                yield problem(request, REFUSED, "changed-meanwhile", detail, List.of());
            }
            case DataIntegrityViolationException refused -> {
                var broken = Violation.of(refused);
                LOG.warn("Not kept at {} {}: {}", request.getMethod(), path(request), broken);
                yield problem(request, REFUSED, "not-kept", Texts.text(language, broken.key()), List.of());
            }
            case Exception readable
            when Flaws.of(readable).isPresent() ->
                invalid(request, Flaws.of(readable).get());
            case ErrorResponse known
            when !known.getStatusCode().is5xxServerError() ->
                known(request, known.getStatusCode().value());
            default -> Flaws.unreadable(failure) ? known(request, 400) : incident(request, failure);
        };
    }

    private Problem invalid(HttpServletRequest request, List<Problem.Flaw> flaws) {
        var detail = Texts.text(ApiPath.language(request), "platform.api.problem.invalid");
        return problem(request, INVALID, "invalid", detail, flaws);
    }

    /** A status that says all there is to say. */
    Problem known(HttpServletRequest request, int status) {
        var kind = String.valueOf(Texts.has("platform.api.status." + status) ? status : status < 500 ? 400 : 500);
        var detail = Texts.text(ApiPath.language(request), "platform.api.status." + kind);
        return problem(request, status, kind, detail, List.of());
    }

    private Problem incident(HttpServletRequest request, Throwable failure) {
        var incident = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Incident {} at {} {}", incident, request.getMethod(), path(request), failure);
        var plain = known(request, 500);
        return new Problem(
                plain.type(), plain.title(), plain.status(), plain.detail(), plain.instance(), incident, List.of());
    }

    private static Problem problem(
            HttpServletRequest request, int status, String kind, String detail, List<Problem.Flaw> flaws) {
        var language = ApiPath.language(request);
        var titled = Texts.has("platform.api.title." + status) ? status : status < 500 ? 400 : 500;
        var title = Texts.text(language, "platform.api.title." + titled);
        return new Problem(TYPE + kind, title, status, detail, path(request), null, flaws);
    }

    private static String path(HttpServletRequest request) {
        var failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return Objects.requireNonNullElse(failed, request.getRequestURI()).toString();
    }

    void send(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(problem.status());
        response.setContentType("application/problem+json");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Content-Language", ApiPath.language(request).getLanguage());
        response.getOutputStream().write(ApiJson.MAPPER.writeValueAsBytes(problem));
    }
}
