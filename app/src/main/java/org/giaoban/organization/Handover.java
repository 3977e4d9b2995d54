package org.giaoban.organization;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.UnitId;

/**
 * Who takes the place of whom from a day on.
 *
 * @param heirs the units that follow each ended unit, with the shares they take
 * @param keepers the one heir that takes what cannot be divided
 * @param before the units that end or change, as they were until the day
 * @param after the units that begin, change or inherit, as they are from the day on
 * @param choices how conflicts were settled, by their keys
 */
public record Handover(
        LocalDate day,
        Map<UnitId, List<Heir>> heirs,
        Map<UnitId, UnitId> keepers,
        Map<UnitId, Unit> before,
        Map<UnitId, Unit> after,
        Map<String, String> choices,
        Author author) {

    /** One of those who follow a unit. */
    public record Heir(UnitId unit, BigDecimal share, boolean estimated) {}

    /** Who hands over, when, on what document. */
    public record Author(Viewer by, Instant at, String document) {}

    /** Units that exist no longer from the day on. */
    public Set<UnitId> ended() {
        return heirs.keySet();
    }

    /** Ended units whose undivided things go somewhere. */
    public Collection<UnitId> handedOver() {
        return keepers.keySet();
    }

    /** The heirs that were there before. */
    public Set<UnitId> livingHeirs() {
        var living = new HashSet<UnitId>();
        heirs.values().forEach(all -> all.forEach(heir -> living.add(heir.unit())));
        living.removeIf(heir -> !before.containsKey(heir));
        return living;
    }

    public Optional<UnitId> keeper(UnitId ended) {
        return Optional.ofNullable(keepers.get(ended));
    }

    /** What a unit is called: from the day on if it is there then, else as it was. */
    public String name(UnitId unit) {
        var known = after.getOrDefault(unit, before.get(unit));
        return known == null ? "" : known.name();
    }

    /** What a unit that ends or changes was called. */
    public String formerName(UnitId unit) {
        var known = before.getOrDefault(unit, after.get(unit));
        return known == null ? "" : known.name();
    }

    public String code(UnitId unit) {
        var known = after.getOrDefault(unit, before.get(unit));
        return known == null ? "" : known.code();
    }

    public Optional<String> choice(String conflict) {
        return Optional.ofNullable(choices.get(conflict));
    }

    /** The ended units with a keeper and, place by place the same, their keepers: two columns of a statement. */
    public UUID[] from() {
        return keepers.keySet().stream().map(UnitId::value).toArray(UUID[]::new);
    }

    public UUID[] to() {
        return keepers.values().stream().map(UnitId::value).toArray(UUID[]::new);
    }
}
