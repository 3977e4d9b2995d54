package org.giaoban.evaluation;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.audit.Audit;
import org.giaoban.audit.ObjectRef;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.giaoban.platform.Formats;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows the versions of sheets and takes new ones; what was judged by an old one stays so. */
@Service
@Transactional
class SheetDesk {

    private final ScoreSheetRepository sheets;
    private final Organization organization;
    private final Access access;
    private final Audit audit;
    private final CurrentViewer viewer;
    private final Clock clock;

    SheetDesk(
            ScoreSheetRepository sheets,
            Organization organization,
            Access access,
            Audit audit,
            CurrentViewer viewer,
            Clock clock) {
        this.sheets = sheets;
        this.organization = organization;
        this.access = access;
        this.audit = audit;
        this.viewer = viewer;
        this.clock = clock;
    }

    /** A version with the name of the unit whose it is; empty when it is everybody's. */
    public record Shown(Sheet sheet, String owner, boolean mayEdit) {}

    @Transactional(readOnly = true)
    List<Shown> list() {
        var seen = sheets.all().stream().filter(this::mine).toList();
        var owners = seen.stream()
                .map(Sheet::owner)
                .filter(java.util.Objects::nonNull)
                .distinct()
                .toList();
        var names = organization.names(owners, java.time.LocalDate.now(clock));
        return seen.reversed().stream().map(sheet -> shown(sheet, names)).toList();
    }

    /** Everybody's sheets and those of units the viewer sees. */
    private boolean mine(Sheet sheet) {
        return sheet.owner() == null || access.allows(Capability.MEETING_READ, sheet.owner());
    }

    private Shown shown(Sheet sheet, Map<UnitId, String> names) {
        return new Shown(
                sheet,
                sheet.owner() == null ? "" : names.getOrDefault(sheet.owner(), ""),
                access.allowsAnywhere(Capability.CATALOGUE_EDIT));
    }

    @Transactional(readOnly = true)
    Shown show(UUID id) {
        var sheet = sheets.find(id).filter(this::mine).orElseThrow(() -> new NotFound(id));
        var owner = sheet.owner();
        return shown(
                sheet, owner == null ? Map.of() : organization.names(List.of(owner), java.time.LocalDate.now(clock)));
    }

    void add(Sheet base, UnitId owner, SheetForm form) {
        access.require(Capability.CATALOGUE_EDIT, owner);
        var from = form.day().orElseThrow();
        var by = viewer.get().name();
        var made = new ScoreSheetRepository.Made(base.code(), owner, from, by, clock.instant());
        if (!sheets.add(made, form.body(base))) {
            throw new Refused("evaluation.refused.sheet", Formats.date(from));
        }
        audit.record(
                "evaluation.sheet-added",
                new ObjectRef("unit", owner.value()),
                owner,
                Map.of("sheet", base.code(), "from", Formats.date(from)));
    }
}
