package org.giaoban.reorganisation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.giaoban.audit.Audit;
import org.giaoban.audit.ObjectRef;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.giaoban.organization.ReorganisationTable.Named;
import org.giaoban.organization.TreeRevision;
import org.giaoban.organization.TreeRevisions;
import org.giaoban.organization.Unit;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Texts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Founds the provinces, districts and communes of a table that are not there yet, all in one piece. */
@Service
@Transactional
class OldUnits {

    private final Organization organization;
    private final TreeRevisions revisions;
    private final Audit audit;

    OldUnits(Organization organization, TreeRevisions revisions, Audit audit) {
        this.organization = organization;
        this.revisions = revisions;
        this.audit = audit;
    }

    private record Wanted(Named unit, String parent) {}

    int found(ReorganisationImport.Order order, Consumer<String> progress) {
        revisions.lock();
        var wanted = new LinkedHashMap<String, Wanted>();
        for (var row : order.table().rows()) {
            wanted.putIfAbsent(row.oldProvince().code(), new Wanted(row.oldProvince(), ""));
            wanted.putIfAbsent(
                    row.oldDistrict().code(),
                    new Wanted(row.oldDistrict(), row.oldProvince().code()));
            wanted.putIfAbsent(
                    row.oldCommune().code(),
                    new Wanted(row.oldCommune(), row.oldDistrict().code()));
        }
        var kinds = kinds(wanted, order);
        organization.codes(wanted.keySet()).forEach((code, id) -> {
            if (!organization.versions(id).isEmpty()) {
                wanted.remove(code);
            }
        });
        if (wanted.isEmpty()) {
            return 0;
        }
        progress.accept(Texts.text("reorganisation.import.old-tree", wanted.size()));
        write(wanted, kinds, order);
        return wanted.size();
    }

    /** The kinds of all units of the table, after making sure that each may stand where the table puts it. */
    private Map<String, String> kinds(Map<String, Wanted> wanted, ReorganisationImport.Order order) {
        var rules = organization.kindRules(order.from());
        var kinds = new LinkedHashMap<String, String>();
        wanted.forEach((code, unit) -> kinds.put(code, unit.unit().kind()));
        wanted.values().forEach(unit -> {
            var kind = unit.unit().kind();
            var above = kinds.get(unit.parent());
            if (!rules.inForce(kind) || above != null && !rules.fits(kind, above)) {
                throw new Refused(
                        "organization.unit.kind-not-there",
                        rules.name(kind),
                        above == null ? "" : rules.name(above),
                        Formats.date(order.from()));
            }
        });
        return kinds;
    }

    private void write(Map<String, Wanted> wanted, Map<String, String> kinds, ReorganisationImport.Order order) {
        var rules = organization.kindRules(order.from()).kinds();
        List<TreeRevisions.Planned> planned = new ArrayList<>();
        wanted.forEach((code, unit) -> planned.add(new TreeRevisions.Planned(
                code,
                java.util.Objects.requireNonNull(rules.get(unit.unit().kind())).ownCell(),
                unit.parent())));
        var ids = revisions.reserve(planned);
        var parents = revisions.identities(
                wanted.values().stream().map(Wanted::parent).distinct().toList());
        var begun = wanted.entrySet().stream()
                .map(entry -> new TreeRevision.Begun(unit(entry.getKey(), entry.getValue(), ids, parents, order), ""))
                .toList();
        revisions.found(begun);
        begun.forEach(one -> audit.record(
                "organization.unit-founded",
                new ObjectRef("unit", one.unit().id().value()),
                one.unit().id(),
                Map.of("name", one.unit().name(), "from", Formats.date(order.from()))));
    }

    private static Unit unit(
            String code,
            Wanted wanted,
            Map<String, UnitId> ids,
            Map<String, UnitId> parents,
            ReorganisationImport.Order order) {
        return new Unit(
                java.util.Objects.requireNonNull(ids.get(code)),
                code,
                wanted.unit().name(),
                wanted.unit().shortName(),
                wanted.unit().kind(),
                parents.get(wanted.parent()),
                DateRange.from(order.from()),
                (short) 0);
    }
}
