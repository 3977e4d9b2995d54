package org.giaoban.factors;

import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;

/** The address that code apps read from the picture: whose codes they are, and of what secret. */
final class AppAddress {

    private static final String ISSUER = "Giao Ban";

    private AppAddress() {}

    static String of(String login, String secret) {
        var issuer = UriUtils.encode(ISSUER, StandardCharsets.UTF_8);
        var label = issuer + ":" + UriUtils.encode(login, StandardCharsets.UTF_8);
        return "otpauth://totp/" + label + "?secret=" + secret + "&issuer=" + issuer + "&digits=" + Totp.DIGITS;
    }
}
