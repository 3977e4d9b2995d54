package org.giaoban.organization;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.giaoban.kernel.UnitId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes the whole tree at once, a few statements for however many units. Whoever calls has asked for rights. */
@Service
@Transactional
public class TreeRevisions {

    private final UnitWriter writer;
    private final RevisionRepository repository;

    TreeRevisions(UnitWriter writer, RevisionRepository repository) {
        this.writer = writer;
        this.repository = repository;
    }

    /** A unit that is to be: its code, whether its rows live in a cell of their own, and the code of the unit above. */
    public record Planned(String code, boolean ownCell, String parent) {}

    /** Waits until nobody else changes the tree, and lets nobody change it until the end of the transaction. */
    public void lock() {
        writer.lockTree();
    }

    /** Gives new units their identities. They exist on no day until a revision begins their first version. */
    public Map<String, UnitId> reserve(Collection<Planned> units) {
        var codes = units.stream().map(Planned::code).toList();
        var known = repository.identities(codes);
        var above = repository.identities(units.stream().map(Planned::parent).toList());
        var cells = new LinkedHashMap<String, Short>();
        for (var unit : units) {
            var parent = above.get(unit.parent());
            if (!known.containsKey(unit.code())) {
                var shared = unit.ownCell() || parent == null ? null : parent;
                cells.put(unit.code(), shared == null ? TreeChanges.cell(unit.code()) : shared.cell());
            }
        }
        repository.insert(cells);
        return identities(codes);
    }

    /** The identities of units that exist or were reserved, by code. */
    @Transactional(readOnly = true)
    public Map<String, UnitId> identities(Collection<String> codes) {
        var all = new HashMap<String, UnitId>();
        repository.identities(codes).forEach((code, identity) -> all.put(code, identity.id()));
        return all;
    }

    /** Carries the revision out; what the tables' own rules forbid comes back as their refusal, at the latest at commit. */
    public void apply(TreeRevision revision, Journal journal) {
        var touched = new HashSet<>(revision.ended());
        revision.begun().forEach(begun -> touched.add(begun.unit().id()));
        journal.write(RevisionRepository.cut(touched, revision.day()));
        journal.write(RevisionRepository.replaced(touched, revision.day()));
        journal.write(RevisionRepository.versions(revision.begun(), revision.plan()));
        journal.write(RevisionRepository.successions(revision.successions()));
        revision.successions().forEach(step -> touched.add(step.to()));
        repository.changed(touched);
    }

    /** To follow every writing of units' versions that did not come through {@link #apply}, such as putting them back. */
    public void changed(Collection<UnitId> units) {
        repository.changed(units);
    }

    /** Founds many units at once; their identities are reserved, their kinds and places the caller's care. */
    public void found(List<TreeRevision.Begun> begun) {
        repository.found(begun);
        repository.changed(begun.stream().map(one -> one.unit().id()).toList());
    }
}
