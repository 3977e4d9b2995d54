package org.giaoban.access;

import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One page about one object, and who may open it in the words of the domain.
 *
 * @param canary a text inside the object that nobody else may ever read; null when it has none
 */
record Target(
        String room,
        String address,
        Predicate<Holder> rule,
        @Nullable String canary) {

    boolean open(Holder who) {
        return rule.test(who);
    }

    /** Holds one of these kinds of work in the unit. */
    static Predicate<Holder> at(@Nullable UUID unit, Capability... any) {
        return who -> List.of(any).stream().anyMatch(capability -> who.holds(capability, unit));
    }

    @Override
    public String toString() {
        return room + " " + address;
    }
}
