package org.giaoban.readers;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;

/** What a form brought to show that a person sends it: work that the browser did, or the answer to a question. */
record Proof(String work, String asked, String answer) {

    private static final int LONGEST = 2_000;

    static Proof of(HttpServletRequest request) {
        return new Proof(field(request, "work"), field(request, "asked"), field(request, "answer"));
    }

    private static String field(HttpServletRequest request, String name) {
        var sent = Objects.requireNonNullElse(request.getParameter(name), "");
        return sent.length() > LONGEST ? "" : sent.strip();
    }
}
