package org.giaoban.reorganisation;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Something that happens to units on the plan's day. */
record Event(UUID id, EventKind kind, String document, String note, List<Giver> from, List<Target> to) {

    static Event of(UUID id, NewEvent entered) {
        return new Event(id, entered.kind(), entered.document(), entered.note(), entered.from(), entered.to());
    }

    /** Every unit the event names, existing or new. */
    Set<String> codes() {
        return Stream.concat(from.stream().map(Giver::code), to.stream().map(Target::code))
                .collect(Collectors.toSet());
    }

    boolean lives(String giver) {
        return to.stream().anyMatch(target -> target.code().equals(giver));
    }

    /** Without some units; an event that has nothing left to do is none. */
    Stream<Event> without(Set<String> codes) {
        var givers =
                from.stream().filter(giver -> !codes.contains(giver.code())).toList();
        var targets =
                to.stream().filter(target -> !codes.contains(target.code())).toList();
        var left = new Event(id, kind, document, note, givers, targets);
        var empty = kind.gives() ? givers.isEmpty() : targets.isEmpty();
        return empty || kind.gives() && kind != EventKind.DISSOLVE && targets.isEmpty()
                ? Stream.empty()
                : Stream.of(left);
    }
}
