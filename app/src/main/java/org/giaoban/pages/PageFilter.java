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
import org.giaoban.identity.VisitorRequest;
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
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
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

        void proceed(PageAnswer answer) throws ServletException, IOException {
            chain.doFilter(request, response);
            answer.heard(KeptPages.about(request), request);
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var key = PageKey.of(request);
        var passage = new Passage(request, response, chain);
        if (key == null) {
            pass(passage);
            return;
        }
        pages.look();
        var page = pages.find(key);
        if (page != null) {
            answer.again(page, request, response);
        } else if (request.getMethod().equals("GET") && kept(request)) {
            together(new Making(key, pages.era()), passage);
        } else {
            passage.proceed(answer);
        }
    }

    /** At an address that is nothing to keep, or for somebody with a session; a visitor's page is made in one reading all the same. */
    private void pass(Passage passage) throws ServletException, IOException {
        var request = passage.request();
        if (!request.getMethod().equals("GET") || VisitorRequest.hasSession(request) || !kept(request)) {
            passage.proceed(answer);
            return;
        }
        caught(passage).copyBodyToResponse();
    }

    /** Made and not written yet: nobody's slow line holds what it was made with. */
    private ContentCachingResponseWrapper caught(Passage passage) throws ServletException, IOException {
        var caught = new ContentCachingResponseWrapper(passage.response());
        OneReading.ask(passage.request());
        passage.chain().doFilter(passage.request(), caught);
        answer.heard(KeptPages.about(passage.request()), passage.request());
        return caught;
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
            passage.proceed(answer);
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
        request.setAttribute(Holes.KEEPING, true);
        VisitorRequest.makesForAll(request);
        var caught = caught(passage);
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
