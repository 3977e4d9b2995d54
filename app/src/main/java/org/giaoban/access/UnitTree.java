package org.giaoban.access;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.giaoban.kernel.UnitId;

/** The tree of units as rights need it; the organization module implements it. */
public interface UnitTree {

    /** Another number, another tree; no number is ever used for two. */
    long number();

    /** How many units there ever were or are to be. */
    int size();

    /** All units that ever were or are to be, if every one of them belongs below one of these; otherwise none. */
    Set<UnitId> everything(Set<UnitId> tops, LocalDate asOf);

    /** The unit itself and everything below it on that day. */
    Set<UnitId> subtree(UnitId top, LocalDate asOf);

    /** The unit itself and the ended units in whose place it stands on that day. */
    Set<UnitId> withPredecessors(UnitId unit, LocalDate asOf);

    boolean covers(UnitId top, UnitId unit, LocalDate asOf);

    String name(UnitId unit);

    /** The code people know the unit by, also when it has ended. */
    String code(UnitId unit);

    Map<UnitId, String> names(Collection<UnitId> units);

    Optional<UnitId> byCode(String code);

    /** The unit and those above it, upwards, as they stood on that day; of a unit not living then, as it stood last. */
    List<Step> path(UnitId unit, LocalDate asOf);

    /** A unit on the way up. */
    record Step(UnitId unit, String kind, String name) {}
}
