package org.giaoban.platform;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Puts the protecting headers on before anybody answers, so that a filter that turns a request away need not think of them. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class ProtectedAnswers extends OncePerRequestFilter {

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ProtectingHeaders.write(request, response::setHeader);
        var failed = request.getDispatcherType() == DispatcherType.ERROR;
        chain.doFilter(failed ? new SparedRequest(request) : request, response);
    }
}
