package org.giaoban.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** What every answer says to protect its reader, whoever gives it: a page, a file, a program's answer, a refusal. */
public final class ProtectingHeaders {

    public static final String CONTENT_POLICY = "Content-Security-Policy";

    private static final Map<String, String> ALWAYS = always();

    private static final String TRANSPORT = "Strict-Transport-Security";
    private static final String A_YEAR = "max-age=31536000 ; includeSubDomains";

    private ProtectingHeaders() {}

    private static Map<String, String> always() {
        var headers = new LinkedHashMap<String, String>();
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "DENY");
        headers.put("X-XSS-Protection", "0");
        headers.put("X-Permitted-Cross-Domain-Policies", "none");
        headers.put("Referrer-Policy", "same-origin");
        headers.put(
                "Permissions-Policy",
                "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        return java.util.Collections.unmodifiableMap(headers);
    }

    /** Those that say the same on every answer. */
    public static Map<String, String> always(boolean encrypted) {
        if (!encrypted) {
            return ALWAYS;
        }
        var headers = new LinkedHashMap<>(ALWAYS);
        headers.put(TRANSPORT, A_YEAR);
        return headers;
    }

    /** All of them, for the answer to this request as it is known so far. */
    public static void write(HttpServletRequest request, BiConsumer<String, String> answer) {
        ALWAYS.forEach(answer);
        if (request.isSecure()) {
            answer.accept(TRANSPORT, A_YEAR);
        }
        answer.accept(CONTENT_POLICY, ContentPolicy.of(request));
    }
}
