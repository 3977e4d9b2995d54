package org.giaoban.pages;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.giaoban.platform.ForEveryone;
import org.giaoban.platform.Handlers;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Answers visitors with pages that are kept, before a place is taken, a session read or a handler asked. What is not kept yet is
 * made once, however many ask for it at that moment.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageFilter extends OncePerRequestFilter {

    private static final long PATIENCE_SECONDS = 10;

    private final KeptPages pages;
    private final PageAnswer answer;
    private final Handlers handlers;
    private final ConcurrentHashMap<Making, CompletableFuture<@Nullable Page>> making = new ConcurrentHashMap<>();

    PageFilter(KeptPages pages, PageAnswer answer, Handlers handlers) {
        this.pages = pages;
        this.answer = answer;
        this.handlers = handlers;
    }

    /** A page that is being made, with what the database said from that time on. */
    private record Making(PageKey key, Object era) {}

    /** A request on its way. */
    private record Passage(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {

        void proceed() throws ServletException, IOException {
            chain.doFilter(request, response);
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var key = PageKey.of(request);
        if (key == null) {
            chain.doFilter(request, response);
            return;
        }
        pages.look();
        var page = pages.find(key);
        var passage = new Passage(request, response, chain);
        if (page != null) {
            answer.again(page, request, response);
        } else if (request.getMethod().equals("GET") && kept(request)) {
            together(new Making(key, pages.era()), passage);
        } else {
            passage.proceed();
        }
    }

    private void together(Making wanted, Passage passage) throws ServletException, IOException {
        var mine = new CompletableFuture<@Nullable Page>();
        var others = making.putIfAbsent(wanted, mine);
        if (others == null) {
            @Nullable Page made = null;
            try {
                made = made(wanted, passage);
            } finally {
                making.remove(wanted);
                mine.complete(made);
            }
            return;
        }
        var page = awaited(others);
        if (page == null) {
            passage.proceed();
        } else {
            answer.again(page, passage.request(), passage.response());
        }
    }

    private static @Nullable Page awaited(CompletableFuture<@Nullable Page> others) {
        try {
            return others.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } catch (ExecutionException | TimeoutException e) {
            return null;
        }
    }

    /** Null, and answered as it came, when it is nothing to keep: an error, another address, a cookie. */
    private @Nullable Page made(Making wanted, Passage passage) throws ServletException, IOException {
        var request = passage.request();
        var caught = new ContentCachingResponseWrapper(passage.response());
        request.setAttribute(Holes.KEEPING, true);
        passage.chain().doFilter(request, caught);
        if (caught.getStatus() != HttpServletResponse.SC_OK || caught.containsHeader("Set-Cookie")) {
            answer.asItCame(caught);
            return null;
        }
        var page = answer.page(wanted.era(), wanted.key().lang(), request, caught);
        pages.keep(wanted.key(), page);
        passage.response().reset();
        answer.first(page, request, passage.response());
        return page;
    }

    private boolean kept(HttpServletRequest request) {
        var handler = handlers.of(request);
        return handler != null
                && handler.hasMethodAnnotation(Kept.class)
                && handler.hasMethodAnnotation(ForEveryone.class);
    }
}
