package org.giaoban.platform;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A form that came from our own page after its session had ended: everything that was typed goes back to the browser,
 * to be sent again once somebody has logged in. Never a password, and never a form from somewhere else.
 *
 * @param action where it was sent
 * @param signedIn whether somebody is logged in again by now
 * @param fields names and values in their order, without the token
 * @param files names of fields whose files must be chosen again; browsers do not give them back
 */
public record LostForm(String action, boolean signedIn, List<Field> fields, Set<String> files) {

    private static final String KEPT = "giaoban.lost-form";
    private static final int MOST = 25_000;
    private static final long MOST_BYTES = 4_000_000;

    /** One field as it was sent. */
    public record Field(String name, String value) {}

    /** Whether the browser itself says that the form stood on a page of ours and was sent by a person, not a script. */
    public static boolean ours(HttpServletRequest request) {
        return request.getMethod().equals("POST")
                && Objects.requireNonNullElse(request.getHeader("Accept"), "").contains("text/html")
                && OwnPage.sent(request)
                && Objects.requireNonNullElse(request.getHeader("Sec-Fetch-Mode"), "navigate")
                        .equals("navigate");
    }

    /** To be given back on the page that says what happened, to somebody who has logged in again or has yet to. */
    public static void keep(HttpServletRequest request, boolean signedIn) {
        request.setAttribute(KEPT, signedIn);
    }

    static @Nullable LostForm of(HttpServletRequest request, String token) {
        var signedIn = (Boolean) request.getAttribute(KEPT);
        if (signedIn == null) {
            return null;
        }
        var fields = new ArrayList<Field>();
        request.getParameterMap().forEach((name, values) -> {
            if (!name.equals(token) && !secret(name)) {
                for (var value : values) {
                    fields.add(new Field(name, value));
                }
            }
        });
        return fields.size() > MOST ? null : new LostForm(action(request), signedIn, fields, files(request));
    }

    /**
     * The form as it came, token and all, to be sent once more when the machine can take it; null when it is not ours, or holds
     * what must not stand in a page.
     */
    static @Nullable LostForm again(HttpServletRequest request) {
        if (!ours(request) || request.getContentLengthLong() > MOST_BYTES) {
            return null;
        }
        try {
            var fields = new ArrayList<Field>();
            request.getParameterMap().forEach((name, values) -> {
                for (var value : values) {
                    fields.add(new Field(name, value));
                }
            });
            if (fields.size() > MOST || fields.stream().anyMatch(field -> secret(field.name()))) {
                return null;
            }
            var query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
            return new LostForm(request.getRequestURI() + query, true, withoutQuery(fields, request), files(request));
        } catch (IllegalStateException unreadable) {
            return null;
        }
    }

    /** What stands in the address is sent with the address. */
    private static List<Field> withoutQuery(List<Field> fields, HttpServletRequest request) {
        var query = UriComponentsBuilder.newInstance()
                .query(request.getQueryString())
                .build()
                .getQueryParams();
        return fields.stream().filter(field -> !query.containsKey(field.name())).toList();
    }

    private static boolean secret(String name) {
        return name.toLowerCase(Locale.ROOT).contains("password");
    }

    private static String action(HttpServletRequest request) {
        var query = (String) request.getAttribute(RequestDispatcher.ERROR_QUERY_STRING);
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) + (query == null ? "" : "?" + query);
    }

    private static Set<String> files(HttpServletRequest request) {
        if (!Objects.requireNonNullElse(request.getContentType(), "").startsWith("multipart/")) {
            return Set.of();
        }
        try {
            return request.getParts().stream()
                    .filter(part -> part.getSubmittedFileName() != null)
                    .map(Part::getName)
                    .collect(Collectors.toSet());
        } catch (IOException | ServletException unreadable) {
            return Set.of();
        }
    }
}
