package org.giaoban.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** A text with places left open for numbers that run on. */
public final class Holes {

    /** Set on a request whose answer is going to be kept. */
    static final String KEEPING = "giaoban.page-kept";

    /** Between two letters of the private area, which no keyboard has. */
    private static final Pattern HOLE = Pattern.compile("\uE0F0([a-z]+):([0-9a-f-]{36})\uE0F1");

    private final List<String> texts = new ArrayList<>();
    private final List<Hole> holes = new ArrayList<>();

    /** Which number goes where. */
    record Hole(String name, UUID of) {}

    private Holes() {}

    /** A number for the page of this request: as it is now, or the place for it where the page is going to be kept. */
    public static String number(HttpServletRequest request, LiveNumber number, UUID of, Supplier<String> now) {
        return request.getAttribute(KEEPING) == null ? now.get() : "\uE0F0" + number.name() + ":" + of + "\uE0F1";
    }

    static Holes of(String text) {
        var found = new Holes();
        var at = 0;
        for (var matcher = HOLE.matcher(text); matcher.find(); at = matcher.end()) {
            found.texts.add(text.substring(at, matcher.start()));
            found.holes.add(new Hole(matcher.group(1), UUID.fromString(matcher.group(2))));
        }
        found.texts.add(text.substring(at));
        return found;
    }

    boolean none() {
        return holes.isEmpty();
    }

    List<String> numbers(Function<Hole, String> value) {
        return holes.stream().map(value).toList();
    }

    String filled(List<String> numbers) {
        var text = new StringBuilder();
        for (var at = 0; at < holes.size(); at++) {
            text.append(texts.get(at)).append(numbers.get(at));
        }
        return text.append(texts.getLast()).toString();
    }
}
