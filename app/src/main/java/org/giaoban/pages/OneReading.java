package org.giaoban.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Makes a public page in one transaction that reads only, from the handler to the last line of its template: a dozen small ones
 * cost more than what they ask. The page is written to the visitor after it, so a slow line holds no connection.
 */
@Configuration(proxyBeanMethods = false)
class OneReading implements WebMvcConfigurer, HandlerInterceptor, HandlerExceptionResolver, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(OneReading.class);

    private static final String WANTED = "giaoban.page-wanted";
    private static final String OPEN = "giaoban.page-reading";

    /** Behind the doors: they say as whom the database is asked. */
    private static final int BEHIND_THE_DOORS = 100;

    private final PlatformTransactionManager transactions;
    private final DefaultTransactionDefinition reading = new DefaultTransactionDefinition();

    OneReading(PlatformTransactionManager transactions) {
        this.transactions = transactions;
        reading.setReadOnly(true);
        reading.setName("a public page");
    }

    /** For a request whose answer is caught before it is written. */
    static void ask(HttpServletRequest request) {
        request.setAttribute(WANTED, true);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(BEHIND_THE_DOORS);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getAttribute(WANTED) != null) {
            // Once: the page of an error that follows is nobody's reading.
            request.removeAttribute(WANTED);
            request.setAttribute(OPEN, transactions.getTransaction(reading));
        }
        return true;
    }

    /** First of all: whoever says in a page what went wrong must not ask in a transaction that is broken. */
    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        end(request);
        return null;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        end(request);
    }

    private void end(HttpServletRequest request) {
        var open = (TransactionStatus) request.getAttribute(OPEN);
        if (open == null) {
            return;
        }
        request.removeAttribute(OPEN);
        try {
            if (open.isRollbackOnly()) {
                transactions.rollback(open);
            } else {
                transactions.commit(open);
            }
        } catch (TransactionException | DataAccessException lost) {
            // Nothing was written; what was read has been read, or the failure that is on its way says more.
            LOG.warn("A public page's reading could not be ended: {}", lost.getMessage());
        }
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
