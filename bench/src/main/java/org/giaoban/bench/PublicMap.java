package org.giaoban.bench;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One address of every kind of page that a visitor reaches by links from the front page. */
final class PublicMap {

    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#?]*)\"");
    private static final Pattern ENDING = Pattern.compile("\\.[a-z0-9]+$");

    /** Pages of one kind differ in what they lead to. */
    private static final int LOOKS_A_KIND = 3;

    private final PortalSite site;
    private final Map<String, String> kinds = new LinkedHashMap<>();
    private final Map<String, Integer> looks = new HashMap<>();
    private final ArrayDeque<String> waiting = new ArrayDeque<>();

    private PublicMap(PortalSite site) {
        this.site = site;
    }

    /** Addresses by the kind of their page: the first word of the address, how deep it lies, and what kind of file it is. */
    static Map<String, String> of(PortalSite site) throws IOException, InterruptedException {
        var map = new PublicMap(site);
        map.note("/");
        while (!map.waiting.isEmpty()) {
            map.look(map.waiting.remove());
        }
        return map.kinds;
    }

    private void look(String path) throws IOException, InterruptedException {
        var page = site.page(path);
        if (page.isPresent()) {
            kinds.putIfAbsent(kind(path), path);
            links(page.get()).forEach(this::note);
        }
    }

    private void note(String path) {
        if (looks.merge(kind(path), 1, Integer::sum) <= LOOKS_A_KIND && !waiting.contains(path)) {
            waiting.add(path);
        }
    }

    private static Stream<String> links(String page) {
        return LINK.matcher(page).results().map(found -> found.group(1)).distinct();
    }

    static String kind(String path) {
        var parts = path.split("/", -1);
        var ending = ENDING.matcher(path)
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElse("");
        return "/" + parts[1] + "/…".repeat(parts.length - 2) + (parts.length > 2 ? ending : "");
    }
}
