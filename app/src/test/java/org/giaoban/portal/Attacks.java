package org.giaoban.portal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** The list of attacks that every place where people write must bear. */
final class Attacks {

    private static final Pattern CODE = Pattern.compile("\\\\x([0-9a-f]{2})");

    private Attacks() {}

    static List<String> all() {
        try (var in = Attacks.class.getResourceAsStream("/portal/attacks.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("# "))
                    .map(line -> line.replace("\\n", "\n").replace("\\t", "\t"))
                    .map(line -> CODE.matcher(line)
                            .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(
                                    String.valueOf((char) Integer.parseInt(found.group(1), 16)))))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
