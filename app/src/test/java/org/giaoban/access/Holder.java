package org.giaoban.access;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.giaoban.kernel.AccountId;
import org.jspecify.annotations.Nullable;

/** Somebody of the random matrix with everything that was ever given to them; the oracle reads nothing else of them. */
record Holder(String name, @Nullable AccountId account, List<Held> held, Closure tree, LocalDate today) {

    /** Some kinds of work in a unit, alone or with all below it, from a day until a day. */
    record Held(
            Set<Capability> capabilities,
            UUID unit,
            boolean below,
            LocalDate from,
            @Nullable LocalDate until) {

        private boolean on(LocalDate day) {
            return !day.isBefore(from) && (until == null || day.isBefore(until));
        }
    }

    boolean holds(Capability capability, @Nullable UUID at) {
        return at != null
                && held.stream()
                        .anyMatch(each -> each.on(today)
                                && each.capabilities().contains(capability)
                                && tree.knows(at)
                                && (each.below()
                                        ? tree.under(at, each.unit())
                                        : each.unit().equals(at)));
    }

    boolean holdsSomewhere(Capability capability) {
        return tree.units().stream().anyMatch(unit -> holds(capability, unit));
    }

    boolean holdsAnythingAt(UUID unit) {
        return Arrays.stream(Capability.values()).anyMatch(capability -> holds(capability, unit));
    }

    @Override
    public String toString() {
        return name;
    }
}
