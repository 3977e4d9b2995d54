package org.giaoban.organization;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.giaoban.kernel.UnitId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who came after whom: lineages, and the units of one day as those of another. Whoever calls has asked for rights. */
@Service
@Transactional(readOnly = true)
public class Successions {

    /** A lineage with more units than this is cut; no real one comes near it. */
    private static final int MOST = 400;

    private final SuccessionRepository repository;
    private final TreeMemory memory;
    private volatile Ancestry known = Ancestry.of(TreeHistory.NONE, List.of());

    Successions(SuccessionRepository repository, TreeMemory memory) {
        this.repository = repository;
        this.memory = memory;
    }

    /**
     * A unit of the other day that stands for a share of the one asked for.
     *
     * @param estimated somewhere on the way nobody said how large a share is
     */
    public record Mapped(UnitId unit, BigDecimal share, boolean estimated) {}

    /** What came after the unit, by day. */
    public List<Succession> of(UnitId unit) {
        return ancestry().from(unit);
    }

    /** What the unit came from, by day. */
    public List<Succession> into(UnitId unit) {
        return ancestry().into(unit);
    }

    /** The units of a later day in whose figures those of a unit on an earlier day belong; empty where none took its place. */
    public List<Mapped> mapTo(UnitId unit, LocalDate from, LocalDate to) {
        return mapped(ancestry(), unit, from, to);
    }

    /** As {@link #mapTo(UnitId, LocalDate, LocalDate)} for many. */
    public Map<UnitId, List<Mapped>> mapTo(Collection<UnitId> units, LocalDate from, LocalDate to) {
        var ancestry = ancestry();
        var mapped = new LinkedHashMap<UnitId, List<Mapped>>();
        units.forEach(unit -> mapped.put(unit, mapped(ancestry, unit, from, to)));
        return mapped;
    }

    private static List<Mapped> mapped(Ancestry ancestry, UnitId unit, LocalDate from, LocalDate to) {
        var parts = new ArrayList<Mapped>();
        ancestry.map(unit, from, to)
                .forEach((other, part) -> parts.add(new Mapped(other, part.share(), part.estimated())));
        return parts;
    }

    /** The units gone by that day in whose place these stand. */
    public Set<UnitId> endedBefore(Collection<UnitId> units, LocalDate day) {
        return ancestry().endedBefore(units, day);
    }

    /** The units that stand on that day in the place of one that ended, however many steps on. */
    public Set<UnitId> standingFor(UnitId unit, LocalDate day) {
        return ancestry().standingFor(unit, day);
    }

    public Lineage lineage(UnitId unit) {
        var ancestry = ancestry();
        var columns = new LinkedHashMap<UnitId, Integer>();
        ancestry.reach(unit, true, MOST).forEach((other, steps) -> columns.put(other, -steps));
        ancestry.reach(unit, false, MOST).forEach(columns::putIfAbsent);
        var nodes = new ArrayList<Lineage.Node>();
        columns.forEach((other, column) -> {
            var versions = ancestry.history().versions(other);
            if (!versions.isEmpty()) {
                var last = versions.getLast().unit();
                nodes.add(new Lineage.Node(
                        other,
                        column,
                        last.code(),
                        last.name(),
                        versions.getFirst().unit().valid().from(),
                        last.valid().until()));
            }
        });
        var arrows = columns.keySet().stream()
                .flatMap(other -> ancestry.from(other).stream())
                .filter(step -> columns.containsKey(step.to()))
                .toList();
        return new Lineage(unit, nodes, arrows);
    }

    private Ancestry ancestry() {
        var history = memory.now();
        var last = known;
        if (last.history() == history) {
            return last;
        }
        var read = Ancestry.of(history, repository.all());
        known = read;
        return read;
    }
}
