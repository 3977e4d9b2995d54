package org.giaoban.organization;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.giaoban.kernel.UnitId;

/**
 * What a reorganisation does to the tree on one day.
 *
 * @param ended units that exist no longer from the day on
 * @param begun versions that begin on the day: of new units, and of units that are called, placed or sorted otherwise
 */
public record TreeRevision(
        UUID plan, LocalDate day, Collection<UnitId> ended, List<Begun> begun, List<Succession> successions) {

    /** A version that begins, and the document it rests on. */
    public record Begun(Unit unit, String basis) {}
}
