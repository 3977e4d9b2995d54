package org.giaoban.organization;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What became of a unit on a day, or what it came from, in words.
 *
 * @param lead the sentence that the units follow
 * @param brief the same in two words, for lists
 * @param units the successors, or the units it came from
 */
record Fate(String lead, String brief, List<Relative> units) {

    /**
     * One of them.
     *
     * @param href its page, where the viewer may open it
     * @param share "một phần 40 %", or nothing when it is the whole
     */
    public record Relative(
            String code, String name, @Nullable String href, String share) {

        String text() {
            return share.isEmpty() ? name : name + " (" + share + ")";
        }
    }

    /** As one line for lists. */
    String text() {
        return brief + " " + units.stream().map(Relative::text).collect(Collectors.joining(", "));
    }
}
