package org.giaoban.meetings;

import java.util.List;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.giaoban.tasks.Extras;
import org.jspecify.annotations.Nullable;

/**
 * What a conclusion that is an order says beside who, when and measure: the product, who helps, which leader watches.
 *
 * @param noProduct why no product is named
 */
record Beside(
        @Nullable String product,
        @Nullable String noProduct,
        List<UnitId> helping,
        @Nullable PersonId supervising) {

    static final Beside NONE = new Beside(null, null, List.of(), null);

    Beside {
        helping = List.copyOf(helping);
    }

    /** For the task; a unit that does the work does not help with it too. */
    Extras extras(List<UnitId> doing) {
        return new Extras(
                product,
                noProduct,
                helping.stream().filter(unit -> !doing.contains(unit)).toList(),
                supervising == null ? List.of() : List.of(supervising),
                List.of(),
                List.of());
    }
}
