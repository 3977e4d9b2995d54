package org.giaoban.identity;

import java.util.List;
import java.util.Optional;

/** What a browser says about itself, in the two words a person needs: which browser, on what. */
final class Device {

    /** In this order, because most browsers also call themselves by the names of others. */
    private static final List<Mark> BROWSERS = List.of(
            new Mark("Edg/", "Edge"),
            new Mark("OPR/", "Opera"),
            new Mark("Firefox/", "Firefox"),
            new Mark("Chrome/", "Chrome"),
            new Mark("Safari/", "Safari"));

    private static final List<Mark> SYSTEMS = List.of(
            new Mark("Android", "Android"),
            new Mark("iPhone", "iPhone"),
            new Mark("iPad", "iPad"),
            new Mark("Windows", "Windows"),
            new Mark("Mac OS", "macOS"),
            new Mark("Linux", "Linux"));

    private record Mark(String sign, String name) {}

    private Device() {}

    static String name(String userAgent) {
        var browser = first(BROWSERS, userAgent);
        var system = first(SYSTEMS, userAgent);
        if (browser.isEmpty() || system.isEmpty()) {
            return userAgent.isBlank() ? "?" : userAgent;
        }
        return browser.get() + " (" + system.get() + ")";
    }

    private static Optional<String> first(List<Mark> marks, String userAgent) {
        return marks.stream()
                .filter(mark -> userAgent.contains(mark.sign()))
                .map(Mark::name)
                .findFirst();
    }
}
