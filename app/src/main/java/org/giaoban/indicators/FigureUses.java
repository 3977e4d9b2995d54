package org.giaoban.indicators;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Tells which texts carry frozen figures. Implemented by modules that print them (portal, documents). */
public interface FigureUses {

    /** Frozen figure id -> the texts it stands in; ids without a text are left out. */
    Map<UUID, List<Use>> uses(Collection<UUID> frozenIds);

    /** A text that carries a figure; {@code open} when everybody may read it, which also opens the figure's public passport. */
    record Use(String title, String href, boolean open) {}
}
