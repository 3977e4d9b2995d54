package org.giaoban.search;

import java.util.Comparator;
import java.util.List;
import org.giaoban.access.Access;
import org.giaoban.kernel.VietnameseText;
import org.springframework.stereotype.Service;

/** Asks every module that can be searched, each within what the viewer may see. */
@Service
class Search {

    static final int SHORTEST = 2;
    private static final int LONGEST = 100;
    private static final int PER_GROUP = 20;

    private final List<SearchSource> sources;
    private final Access access;

    Search(List<SearchSource> sources, Access access) {
        this.sources = sources.stream()
                .sorted(Comparator.comparingInt(
                        (SearchSource source) -> source.about().order()))
                .toList();
        this.access = access;
    }

    /** The hits of one module; {@code more} when there are others beyond these. */
    public record Group(String titleKey, String icon, List<SearchHit> hits, boolean more) {}

    List<Group> find(String typed) {
        var query = query(typed);
        if (query.length() < SHORTEST) {
            return List.of();
        }
        return sources.stream()
                .map(source -> group(source, query))
                .filter(group -> !group.hits().isEmpty())
                .toList();
    }

    static String query(String typed) {
        var words = VietnameseText.nfc(typed)
                .replaceAll("[\\s\\p{Z}\\p{Cntrl}]+", " ")
                .strip();
        var whole = words.codePointCount(0, words.length()) <= LONGEST;
        return whole
                ? words
                : words.substring(0, words.offsetByCodePoints(0, LONGEST)).strip();
    }

    private Group group(SearchSource source, String query) {
        var about = source.about();
        var scope = access.scope(about.capability());
        var hits =
                scope.empty() && !about.beyondScope() ? List.<SearchHit>of() : source.find(query, scope, PER_GROUP + 1);
        var more = hits.size() > PER_GROUP;
        return new Group(about.titleKey(), about.icon(), more ? hits.subList(0, PER_GROUP) : hits, more);
    }
}
