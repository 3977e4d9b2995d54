package org.giaoban.organization;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.giaoban.access.Scope;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.WorkingCalendar;
import org.giaoban.platform.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The units and their tree, as of any day. */
@Service
@Transactional(readOnly = true)
public class Organization {

    private final UnitRepository repository;
    private final TreeRepository tree;
    private final ProfileRepository profile;
    private final TreeChanges changes;

    Organization(UnitRepository repository, TreeRepository tree, ProfileRepository profile, TreeChanges changes) {
        this.repository = repository;
        this.tree = tree;
        this.profile = profile;
        this.changes = changes;
    }

    public Unit get(UnitId id, LocalDate day) {
        return find(id, day).orElseThrow(() -> new NotFound(id));
    }

    /** The unit as it was that day; empty when it did not exist then. */
    public Optional<Unit> find(UnitId id, LocalDate day) {
        return repository.find(id, day);
    }

    public Optional<UnitId> byCode(String code) {
        return Optional.ofNullable(codes(Set.of(code)).get(code));
    }

    public UnitId idOf(String code) {
        return byCode(code).orElseThrow(() -> new NotFound(code));
    }

    /** The units of many codes; unknown codes are left out. */
    public Map<String, UnitId> codes(Collection<String> codes) {
        return repository.codes(codes);
    }

    /** Something that equals itself as long as every answer about the tree and its kinds stays as it is. */
    public Object state() {
        return List.of(tree.number(), profile.kindsNumber());
    }

    /** The days on which the tree became another one, in their order; from one to the next it stayed as it was. */
    public List<LocalDate> turningDays() {
        return tree.turningDays();
    }

    /** The units right below, in the order of their kinds and codes. */
    public List<Unit> children(UnitId parent, LocalDate day) {
        return repository.children(parent, day);
    }

    /** The unit and all below it, parents before children. */
    public List<Unit> subtree(UnitId top, LocalDate day) {
        return List.copyOf(
                tree.subtree(Set.of(top), day, TreeRepository.DEEPEST).keySet());
    }

    /** Whether the unit is the top or stands below it that day. */
    public boolean under(UnitId top, UnitId unit, LocalDate day) {
        return tree.under(top, unit, day);
    }

    /** The units below that send returns, by code. */
    public List<Unit> reporters(UnitId top, LocalDate day) {
        var kinds = profile.allKinds();
        return subtree(top, day).stream()
                .filter(unit -> !unit.id().equals(top) && kinds.get(unit.kind()).reports())
                .toList();
    }

    /** The units of the scope that stand under no other unit of it that day. */
    public List<Unit> tops(Scope scope, LocalDate day) {
        return tree.tops(scope, day).stream()
                .flatMap(id -> find(id, day).stream())
                .toList();
    }

    /** The units that stand under no other one that day. */
    public List<UnitId> roots(LocalDate day) {
        return tree.roots(day);
    }

    /** Every unit of the day, parents before children. */
    public List<Unit> units(LocalDate day) {
        return List.copyOf(tree.all(day).keySet());
    }

    /** All versions of a unit, oldest first. */
    public List<Unit> versions(UnitId id) {
        return repository.versions(id);
    }

    /** The kinds of units in force on the day and what may stand under what. */
    public KindRules kindRules(LocalDate day) {
        return profile.rules(day);
    }

    /** The way from the top down to the unit, without the unit itself. */
    public List<Unit> ancestors(UnitId id, LocalDate day) {
        return tree.ancestors(id, day);
    }

    /** Full names as of that day; a unit gone by then carries its last name, one not yet founded its first. */
    public Map<UnitId, String> names(Collection<UnitId> ids, LocalDate day) {
        return called(ids, day, Unit::name);
    }

    /** As {@link #names}, with the names short enough for a table's cell. */
    public Map<UnitId, String> shortNames(Collection<UnitId> ids, LocalDate day) {
        return called(ids, day, Unit::shortName);
    }

    private Map<UnitId, String> called(Collection<UnitId> ids, LocalDate day, Function<Unit, String> name) {
        var names = new HashMap<UnitId, String>();
        repository.nearest(ids, day).forEach(unit -> names.put(unit.id(), name.apply(unit)));
        return names;
    }

    /** The unit that stands at the top that day; where several do, the one founded first in this system. */
    public Optional<Unit> root(LocalDate day) {
        return repository.root(day).flatMap(id -> find(id, day));
    }

    public UnitKind kind(String code) {
        return profile.kind(code).orElseThrow(() -> new NotFound(code));
    }

    /** Monday to Friday without the public holidays of the profile. */
    public WorkingCalendar workingCalendar() {
        return new WorkingCalendar(profile.holidays());
    }

    /** Founds a unit. Refused when its kind cannot stand there on that day or the code is taken. */
    @Transactional
    public UnitId found(NewUnit unit) {
        return changes.found(unit);
    }
}
