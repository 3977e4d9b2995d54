package org.giaoban.reorganisation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The form of an event.
 *
 * @param event the one that is changed; null for a new one
 * @param kinds kinds of units in force on the plan's day, by code
 * @param units units to name as a parent or as one that goes on, by code
 */
record EventPage(
        PlanHead head,
        @Nullable String event,
        EventForm form,
        Offer offer,
        Map<String, String> kinds,
        Map<String, String> units,
        Map<String, String> errors) {

    /**
     * The units to choose from.
     *
     * @param picked the chosen ones
     * @param found what the words found
     * @param tree the units below one, each with its depth; at most as many as a page can hold
     * @param below how many there are below it
     */
    public record Offer(List<Choice> picked, List<Choice> found, List<Choice> tree, int below) {

        boolean cut() {
            return below > tree.size();
        }
    }

    /** A unit to tick. */
    public record Choice(String code, String name, String note, int depth) {}

    String action() {
        return head.href() + "/events" + (event == null ? "" : "/" + event);
    }

    String word() {
        return org.giaoban.platform.Texts.text(
                "reorganisation.kind." + form.kind().name());
    }

    boolean searched() {
        return !form.finding().words().isEmpty();
    }
}
