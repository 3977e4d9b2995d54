package org.giaoban.reporting;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Everything one version of a return says: figures by indicator, sections by code, requests in order. */
record Content(Map<String, Entry> values, Map<String, String> texts, List<Request> requests) {

    static final Content NOTHING = new Content(Map.of(), Map.of(), List.of());

    boolean empty() {
        return values.isEmpty() && texts.isEmpty() && requests.isEmpty();
    }

    /** The indicators asked for that have no entry yet, in the order asked. */
    List<String> missing(Collection<String> asked) {
        return asked.stream().filter(code -> !values.containsKey(code)).toList();
    }

    /** Equal for versions that say the same, whatever file they came in. */
    String fingerprint() {
        var written = new StringBuilder();
        new TreeMap<>(values).forEach((code, entry) -> line(written, code, entry.written()));
        new TreeMap<>(texts).forEach((section, body) -> line(written, section, body));
        requests.forEach(request -> line(written, request.addressee(), request.text()));
        return sha256(written.toString());
    }

    private static void line(StringBuilder written, String name, String value) {
        written.append(name).append('=').append(value).append('\u0000');
    }

    static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
