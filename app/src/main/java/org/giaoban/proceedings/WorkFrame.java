package org.giaoban.proceedings;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.meetings.AgendaItem;
import org.giaoban.meetings.ConclusionParts;
import org.jspecify.annotations.Nullable;

/**
 * What those who run a meeting have in front of them.
 *
 * @param item the item whose notes and conclusions are in sight
 * @param tab the page of the pocket; empty on a desk
 * @param account whose notes a browser keeps until they are sent
 */
record WorkFrame(
        Stage stage,
        ConclusionParts.Shown conclusions,
        List<Majority> majorities,
        Map<UUID, List<String>> writers,
        String pulse,
        @Nullable AgendaItem item,
        String tab,
        VoteForm vote,
        Map<String, String> errors,
        String account) {

    boolean pocket() {
        return !tab.isEmpty();
    }

    String base() {
        return stage.base();
    }

    String self() {
        if (pocket()) {
            return base() + "/pocket?tab=" + tab;
        }
        return base() + "/run" + (item == null ? "" : "?item=" + item.id());
    }

    String itemHref(AgendaItem one) {
        return pocket() ? base() + "/pocket?tab=agenda&item=" + one.id() : base() + "/run?item=" + one.id();
    }

    String writersOf(UUID place) {
        return String.join(", ", writers.getOrDefault(place, List.of()));
    }

    Map<String, String> rules() {
        var rules = new java.util.LinkedHashMap<String, String>();
        majorities.forEach(one -> rules.put(one.code(), one.name()));
        return rules;
    }
}
