package org.giaoban.reorganisation;

import java.util.UUID;
import org.giaoban.kernel.Uuid7;
import org.giaoban.platform.NotFound;

/** Identifies a plan. */
record PlanId(UUID value) {

    static PlanId next() {
        return new PlanId(Uuid7.next());
    }

    static PlanId parse(String text) {
        try {
            return new PlanId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new NotFound(text);
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
