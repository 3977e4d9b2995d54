package org.giaoban.indicators;

import org.giaoban.kernel.Figure;
import org.jspecify.annotations.Nullable;

/** What one source says about one indicator; {@code place} is where it was read, such as "B1!D12" or "screen". */
public record Fact(
        String indicator, Figure figure, @Nullable String place) {}
