package org.giaoban.organization;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.giaoban.kernel.UnitId;

/**
 * What a module contributes when units are reorganised: it says what hangs on them, asks what it cannot decide, and hands
 * over what goes on. What has ended stays with the unit that ended.
 */
public interface ReorganisationPart {

    /** Names the part in the journal; never changes. */
    String name();

    /** What the part is called on screen. */
    String label();

    int order();

    /** What it hands over has no dates of its own, so it cannot be handed over before the day has come. */
    default boolean onlyFromTheDay() {
        return false;
    }

    /** What hangs on the units that end or change. */
    List<Affected> affected(Handover handover);

    /** What somebody must decide first. */
    default List<Conflict> conflicts(Handover handover) {
        return List.of();
    }

    /** Hands over, in the transaction of the whole, every row through the journal. */
    default void carryOut(Handover handover, Journal journal) {}

    /** How many facts lie at each of these units; asked when a plan that founded them is to be undone. */
    Map<UnitId, Integer> facts(Collection<UnitId> founded);
}
