package org.giaoban.platform;

import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.giaoban.platform.api.ApiPath;
import org.giaoban.platform.api.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * What somebody sees whom the machine cannot serve now: what happened, that nothing is lost, and a button to go on, with everything
 * that was typed. Reads no session and asks no database; without a form it costs no more than its bytes.
 */
@Component
public class OutagePage {

    private static final String TEMPLATE = "platform/outage.jte";

    private final Templates templates;
    private final Problems problems;
    private final Map<Plain, byte[]> plain = new ConcurrentHashMap<>();

    public OutagePage(Templates templates, Problems problems) {
        this.templates = templates;
        this.problems = problems;
    }

    /** A page without a form, the same for everybody who speaks the language. */
    private record Plain(Outage outage, Locale language) {}

    /** Answers the request with it. */
    public void write(HttpServletRequest request, HttpServletResponse response, Outage outage) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(outage.seconds()));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (ApiPath.asked(request)) {
            problems.write(request, response, HttpStatus.SERVICE_UNAVAILABLE.value(), outage.kind());
            return;
        }
        var language = language(request);
        var form = LostForm.again(request);
        var page = form == null
                ? plain.computeIfAbsent(new Plain(outage, language), key -> bytes(key.outage(), key.language(), null))
                : bytes(outage, language, form);
        response.resetBuffer();
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage());
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }

    private byte[] bytes(Outage outage, Locale language, @Nullable LostForm form) {
        var params = new HashMap<String, Object>();
        params.put("language", language);
        params.put("kind", outage.kind());
        params.put("lost", form);
        var output = new Utf8ByteOutput();
        templates.render(TEMPLATE, params, output);
        var bytes = new ByteArrayOutputStream(output.getContentLength());
        try {
            output.writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The one that was chosen, or the first; the resolver behind has not been asked yet. */
    private static Locale language(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, "lang");
        return cookie != null && cookie.getValue().startsWith("en") ? Locale.ENGLISH : Texts.VIETNAMESE;
    }
}
