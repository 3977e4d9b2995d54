package org.giaoban.organization;

import java.util.List;
import org.giaoban.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * How much of one sort hangs on a unit that a plan touches.
 *
 * @param first the first few by name, as far as the viewer may read them
 */
public record Affected(UnitId unit, String what, int count, List<Item> first) {

    /** How many a rehearsal names of one sort in one unit. */
    public static final int MOST = 20;

    /** One of them and what becomes of it. */
    public record Item(String text, @Nullable String href, String becomes) {}
}
