package org.giaoban.consolidation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Fingerprints of what was sent, each over the one before, so that no version can be exchanged unseen. */
final class Hashes {

    private Hashes() {}

    static String of(String before, Sealed.Heard heard, Map<String, String> texts, AsNow now) {
        var written = new StringBuilder(before);
        var target = now.target();
        add(
                written,
                target.unit().id().toString(),
                target.form().code(),
                target.period().code(),
                heard.toString());
        new TreeMap<>(now.lines())
                .forEach((code, line) ->
                        add(written, code, line.stated().key(), line.expected() + "/" + line.received()));
        now.children().stream()
                .sorted(Comparator.comparing(child -> child.unit().value()))
                .forEach(child -> {
                    add(
                            written,
                            child.unit().toString(),
                            child.source().kind().name(),
                            child.source().stamp());
                    new TreeMap<>(child.shares()).forEach((code, share) -> add(written, code, share.key()));
                });
        new TreeMap<>(texts).forEach((section, body) -> add(written, section, body));
        return of(written.toString());
    }

    /** What a page showed of the present: whoever decides on it decides on that and nothing else. */
    static String seen(List<Difference> differences) {
        var written = new StringBuilder();
        differences.forEach(
                one -> add(written, one.indicator().code(), one.now().key()));
        return of(written.toString());
    }

    private static void add(StringBuilder written, String... parts) {
        for (var part : parts) {
            written.append(part).append('\u0000');
        }
        written.append('\n');
    }

    static String of(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
