package org.giaoban.platform.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Outage;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Answers failed requests of the API before the pages' own handling of errors sees them. */
@Component
class ApiFailures implements HandlerExceptionResolver, Ordered {

    private final Problems problems;

    ApiFailures(Problems problems) {
        this.problems = problems;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        var forSecurity = failure instanceof AccessDeniedException || failure instanceof AuthenticationException;
        if (!ApiPath.asked(request) || forSecurity || Outage.of(failure).isPresent()) {
            return null;
        }
        if (failure instanceof ErrorResponse known) {
            known.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        }
        var wrongId = failure instanceof MethodArgumentTypeMismatchException wrong && Flaws.inPath(wrong);
        try {
            problems.write(request, response, wrongId ? new NotFound(request.getRequestURI()) : failure);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        return new ModelAndView();
    }
}
