package org.giaoban.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.giaoban.identity.AnswerRepository.Answer;
import org.giaoban.identity.RepeatedCommands.Outcome;
import org.giaoban.platform.api.Problems;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Gives a command that comes again with the same Idempotency-Key the answer it got before. */
class RepeatFilter extends OncePerRequestFilter {

    static final String KEY = "Idempotency-Key";
    static final String REPLAYED = "Idempotency-Replayed";

    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private final RepeatedCommands commands;
    private final CurrentViewer viewer;
    private final Problems problems;

    RepeatFilter(RepeatedCommands commands, CurrentViewer viewer, Problems problems) {
        this.commands = commands;
        this.viewer = viewer;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !(request instanceof KeptBody) || request.getHeader(KEY) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var token = viewer.find().map(Viewer::token).orElse(null);
        if (token == null) {
            chain.doFilter(request, response);
        } else if (FORM.matcher(request.getHeader(KEY)).matches()) {
            once(token.id(), (KeptBody) request, response, chain);
        } else {
            problems.write(request, response, HttpStatus.BAD_REQUEST.value(), "key-form");
        }
    }

    private void once(TokenId token, KeptBody request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var wrapped = new ContentCachingResponseWrapper(response);
        var digest = digest(request);
        try {
            var outcome = commands.once(token, request.getHeader(KEY), digest, () -> {
                proceed(request, wrapped, chain);
                return answer(digest, wrapped);
            });
            switch (outcome) {
                case Outcome.Fresh _ -> {}
                case Outcome.Again again -> repeat(again.answer(), wrapped);
                case Outcome.Other _ ->
                    problems.write(request, wrapped, HttpStatus.UNPROCESSABLE_CONTENT.value(), "key-used");
            }
        } catch (ConcurrencyFailureException waiting) {
            wrapped.setHeader(HttpHeaders.RETRY_AFTER, "5");
            problems.write(request, wrapped, HttpStatus.CONFLICT.value(), "key-running");
        } catch (Carried carried) {
            throw carried.unpacked();
        }
        wrapped.copyBodyToResponse();
    }

    private static void repeat(Answer earlier, HttpServletResponse response) throws IOException {
        response.setStatus(earlier.status());
        earlier.headers().forEach(response::setHeader);
        response.setHeader(REPLAYED, "true");
        response.getOutputStream().write(earlier.body());
    }

    private static void proceed(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException e) {
            throw new Carried(e);
        }
    }

    private static Answer answer(byte[] digest, ContentCachingResponseWrapper response) {
        Map<String, String> headers = new HashMap<>();
        if (response.getContentType() != null) {
            headers.put(HttpHeaders.CONTENT_TYPE, response.getContentType());
        }
        if (response.getHeader(HttpHeaders.LOCATION) != null) {
            headers.put(HttpHeaders.LOCATION, response.getHeader(HttpHeaders.LOCATION));
        }
        return new Answer(digest, response.getStatus(), headers, response.getContentAsByteArray());
    }

    /** Method, address and body: what makes two commands the same. */
    private static byte[] digest(KeptBody request) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            var query = Objects.requireNonNullElse(request.getQueryString(), "");
            sha.update((request.getMethod() + '\n' + request.getRequestURI() + '\n' + query + '\n')
                    .getBytes(StandardCharsets.UTF_8));
            return sha.digest(request.body());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Takes a checked failure of the filters behind out of the transaction. */
    private static final class Carried extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Carried(Exception cause) {
            super(cause);
        }

        IOException unpacked() throws ServletException {
            if (getCause() instanceof ServletException failure) {
                throw failure;
            }
            return (IOException) Objects.requireNonNull(getCause());
        }
    }
}
