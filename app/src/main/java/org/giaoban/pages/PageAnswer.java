package org.giaoban.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Writes a kept page, or says that the reader has it already. */
@Component
class PageAnswer {

    /** What is said anew with every answer. */
    private static final Set<String> NOT_KEPT = Set.of(
            "cache-control",
            "pragma",
            "expires",
            "content-length",
            "etag",
            "vary",
            "date",
            "connection",
            "keep-alive",
            "transfer-encoding",
            "content-encoding");

    private final Map<String, LiveNumber> numbers;
    private final List<PageRead> readings;

    PageAnswer(List<LiveNumber> numbers, List<PageRead> readings) {
        this.numbers = numbers.stream().collect(Collectors.toMap(LiveNumber::name, number -> number));
        this.readings = List.copyOf(readings);
    }

    Page page(Object era, String lang, HttpServletRequest request, ContentCachingResponseWrapper made) {
        var locale = lang.equals("en") ? Locale.ENGLISH : Texts.VIETNAMESE;
        var headers = made.getHeaderNames().stream()
                .distinct()
                .filter(name -> !NOT_KEPT.contains(name.toLowerCase(Locale.ROOT)))
                .flatMap(name -> made.getHeaders(name).stream().map(value -> new Page.Header(name, value)))
                .filter(header -> !header.name().equalsIgnoreCase(HttpHeaders.CONTENT_TYPE))
                .toList();
        var type = new Page.Header(HttpHeaders.CONTENT_TYPE, String.valueOf(made.getContentType()));
        var facts = new Page.Facts(
                Stream.concat(Stream.of(type), headers.stream()).toList(), locale, KeptPages.about(request));
        return Page.of(era, facts, made.getContentAsByteArray(), this::number);
    }

    private String number(Holes.Hole hole) {
        var number = numbers.get(hole.name());
        return number == null ? "" : number.text(hole.of());
    }

    /** Whoever counts readings hears of every page that is handed out, kept or not. */
    void heard(@Nullable UUID about, HttpServletRequest request) {
        if (about != null) {
            readings.forEach(reading -> reading.read(about, request));
        }
    }

    void again(Page page, HttpServletRequest request, HttpServletResponse response) throws IOException {
        heard(page.facts().about(), request);
        first(page, request, response);
    }

    void first(Page page, HttpServletRequest request, HttpServletResponse response) throws IOException {
        // What was said before anybody answered is said again by the page, once.
        var said = new HashSet<String>();
        for (var header : page.facts().headers()) {
            if (said.add(header.name().toLowerCase(Locale.ROOT))) {
                response.setHeader(header.name(), header.value());
            } else {
                response.addHeader(header.name(), header.value());
            }
        }
        // Browsers may keep it, and ask every time whether it still is the same.
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        response.setHeader(HttpHeaders.VARY, "Accept-Encoding, Cookie");
        response.setHeader(HttpHeaders.ETAG, page.etag());
        if (known(request.getHeader(HttpHeaders.IF_NONE_MATCH), page.etag())) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        var filled = page.filled(this::number);
        var packs = packs(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
        var body = packs ? filled.packed() : filled.plain();
        if (packs) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        response.setContentLength(body.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(body);
        }
    }

    /** Not to be kept: with its open places filled in. */
    void asItCame(ContentCachingResponseWrapper made) throws IOException {
        var holes = Holes.of(new String(made.getContentAsByteArray(), StandardCharsets.UTF_8));
        if (!holes.none()) {
            var text = holes.filled(holes.numbers(this::number));
            made.resetBuffer();
            made.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        }
        made.copyBodyToResponse();
    }

    private static boolean known(@Nullable String asked, String etag) {
        return asked != null && (asked.equals(etag) || asked.equals("*") || asked.contains(etag));
    }

    private static boolean packs(@Nullable String accepts) {
        return accepts != null && accepts.contains("gzip") && !accepts.contains("gzip;q=0");
    }
}
