package org.giaoban.analysis;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the address of a heat table asks for: a group of the catalogue, an order of the units, a tree. */
record HeatAsk(
        @Nullable String group,
        @Nullable String sort,
        @Nullable String tree) {

    String groupCode() {
        return Objects.requireNonNullElse(group, "");
    }
}
