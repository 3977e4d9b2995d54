package org.giaoban.proofreading;

import java.util.List;

/** The plain text of one block, and the stretches of it that are bound to the register already. */
public record Passage(String part, String text, List<Bound> bound) {

    public Passage {
        bound = List.copyOf(bound);
    }

    /** Characters {@code from} up to, not including, {@code to}. */
    public record Bound(int from, int to) {}

    public static Passage of(String part, String text) {
        return new Passage(part, text, List.of());
    }

    boolean binds(int from, int to) {
        return bound.stream().anyMatch(each -> each.from() < to && from < each.to());
    }
}
