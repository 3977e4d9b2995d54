package org.giaoban.organization;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.audit.Audit;
import org.giaoban.audit.ObjectRef;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.RevisionRepository.Identity;
import org.giaoban.platform.Formats;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Founds units and begins new versions of them, one change of the tree at a time. */
@Service
@Transactional
class TreeChanges {

    private static final int CELLS = 4096;

    private final UnitRepository repository;
    private final TreeRepository tree;
    private final UnitWriter writer;
    private final RevisionRepository revisions;
    private final ProfileRepository profile;
    private final Access access;
    private final Audit audit;

    TreeChanges(
            UnitRepository repository,
            TreeRepository tree,
            UnitWriter writer,
            RevisionRepository revisions,
            ProfileRepository profile,
            Access access,
            Audit audit) {
        this.repository = repository;
        this.tree = tree;
        this.writer = writer;
        this.revisions = revisions;
        this.profile = profile;
        this.access = access;
        this.audit = audit;
    }

    UnitId found(NewUnit unit) {
        requireRight(unit.parent());
        writer.lockTree();
        if (!repository.codes(Set.of(unit.code())).isEmpty()) {
            throw new Refused("organization.unit.code-taken", unit.code());
        }
        if (unit.valid().empty()) {
            throw new Refused("organization.unit.ends-before-start");
        }
        var kind = fitting(unit.kind(), unit.parent(), unit.valid());
        var identity = identity(unit, kind);
        var id = identity.id();
        var cell = identity.cell();
        writer.insert(
                new Unit(
                        id, unit.code(), unit.name(), unit.shortName(), unit.kind(), unit.parent(), unit.valid(), cell),
                unit.basis());
        recorded("organization.unit-founded", id, unit.name(), unit.valid().from(), unit.basis());
        return id;
    }

    /** From the day on the unit is called, placed or sorted otherwise; what was before stays as it was. */
    void change(UnitId id, UnitChange change) {
        access.require(Capability.ORGANIZATION_EDIT, id);
        requireRight(change.parent());
        writer.lockTree();
        var before = repository
                .find(id, change.from())
                .orElseThrow(() -> new Refused("organization.unit.not-then", Formats.date(change.from())));
        var valid = new DateRange(change.from(), before.valid().until());
        fitting(change.kind(), change.parent(), valid);
        if (id.equals(change.parent())) {
            throw new Refused("organization.unit.loop", change.name());
        }
        var after = new Unit(
                id,
                before.code(),
                change.name(),
                change.shortName(),
                change.kind(),
                change.parent(),
                valid,
                before.cellId());
        write(before, after, change.basis());
        if (tree.loops(id)) {
            throw new Refused("organization.unit.loop", change.name());
        }
        recorded("organization.unit-changed", id, change.name(), change.from(), change.basis());
    }

    private void write(Unit before, Unit after, String basis) {
        if (before.valid().from().equals(after.valid().from())) {
            writer.overwrite(after, basis);
        } else {
            writer.cut(after.id(), after.valid().from());
            writer.insert(after, basis);
        }
    }

    private UnitKind fitting(String code, @Nullable UnitId parent, DateRange valid) {
        var from = valid.from();
        var kind = profile.kind(code).orElseThrow(() -> new NotFound(code));
        if (!kind.valid().contains(from)) {
            throw new Refused("organization.unit.kind-not-then", kind.name(), Formats.date(from));
        }
        if (parent == null) {
            if (!kind.standsAlone()) {
                throw new Refused("organization.unit.needs-parent", kind.name());
            }
            return kind;
        }
        var above = repository
                .find(parent, from)
                .orElseThrow(() -> new Refused("organization.unit.parent-not-then", Formats.date(from)));
        if (!repository.livesThrough(parent, valid)) {
            throw new Refused("organization.unit.parent-ends-sooner", above.name());
        }
        if (!profile.fits(code, above.kind(), from)) {
            throw new Refused("organization.unit.kind-not-there", kind.name(), above.name(), Formats.date(from));
        }
        return kind;
    }

    /** A new one, unless a plan that was not carried out reserved the code. */
    private Identity identity(NewUnit unit, UnitKind kind) {
        var reserved = revisions.identities(Set.of(unit.code())).get(unit.code());
        if (reserved != null) {
            return reserved;
        }
        var identity = new Identity(UnitId.next(), cell(unit, kind));
        writer.insert(identity.id().value(), unit.code(), identity.cell());
        return identity;
    }

    /** The place of the unit's rows on a distributed server: its own, or its parent's where it is part of that. */
    private short cell(NewUnit unit, UnitKind kind) {
        var parent = unit.parent();
        if (!kind.ownCell() && parent != null) {
            return repository.find(parent, unit.valid().from()).orElseThrow().cellId();
        }
        return cell(unit.code());
    }

    /** The cell of a unit that has one of its own. */
    static short cell(String code) {
        return (short) (1 + Math.floorMod(Objects.hash(code) * 31, CELLS));
    }

    private void requireRight(@Nullable UnitId parent) {
        if (parent != null) {
            access.require(Capability.ORGANIZATION_EDIT, parent);
        } else if (!access.scope(Capability.ORGANIZATION_EDIT).everywhere()) {
            throw new Refused("organization.unit.top-needs-right");
        }
    }

    private void recorded(String act, UnitId id, String name, LocalDate from, String basis) {
        var details = new HashMap<String, String>(Map.of("name", name, "from", Formats.date(from)));
        if (!basis.isBlank()) {
            details.put("basis", basis);
        }
        audit.record(act, new ObjectRef("unit", id.value()), id, details);
    }
}
