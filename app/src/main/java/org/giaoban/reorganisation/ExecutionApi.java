package org.giaoban.reorganisation;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.organization.Affected;
import org.giaoban.organization.Conflict;
import org.giaoban.organization.Difference.What;
import org.giaoban.platform.Texts;
import org.giaoban.platform.api.Api;
import org.giaoban.platform.api.Described;
import org.giaoban.platform.api.TakenIn;
import org.giaoban.platform.api.Unprocessable;
import org.giaoban.reorganisation.PlanApi.PlanShown;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** What a plan would do, settling its conflicts, carrying it out and taking it back, for programs. */
@Api
class ExecutionApi {

    private static final String PLAN = "/reorganisations/{id}";
    private static final int ROWS = 500;

    private final Plans plans;
    private final Rehearsals rehearsals;
    private final Execution execution;
    private final Undo undo;

    ExecutionApi(Plans plans, Rehearsals rehearsals, Execution execution, Undo undo) {
        this.plans = plans;
        this.rehearsals = rehearsals;
        this.execution = execution;
        this.undo = undo;
    }

    /** What a plan would do. */
    public record RehearsalShown(
            PlanShown plan,
            @Described("reorganisation.api.executable") boolean executable,
            @Described("reorganisation.api.rows") List<RehearsalRow> rows,
            @Described("reorganisation.api.total") int total,
            List<Rehearsal.PlanCount> counts,
            List<PartShown> parts,
            List<ConflictShown> conflicts) {}

    /** One unit before and after. */
    public record RehearsalRow(
            Set<What> what,
            @Nullable PlaceShown before,
            @Nullable PlaceShown after,
            List<Flow> flows) {}

    /** A unit as it stands in a tree. */
    public record PlaceShown(
            String code,
            String name,
            String shortName,
            String kind,
            @Nullable String parent) {}

    /** What of one module hangs on the units. */
    public record PartShown(String name, String label, int total, List<AffectedShown> affected) {}

    /** How much of one sort hangs on a unit. */
    public record AffectedShown(
            UUID unit,
            String what,
            int count,
            @Described("reorganisation.api.first") List<Affected.Item> first) {}

    /** Something somebody must decide. */
    public record ConflictShown(
            String key,
            String sentence,
            @Described("reorganisation.api.ways") List<Conflict.Choice> choices,

            @Described("reorganisation.api.chosen") @Nullable
            String chosen) {}

    /** How a conflict is to be settled. */
    @TakenIn
    public record ChoiceMade(
            @Described("reorganisation.api.conflict") String conflict,
            @Described("reorganisation.api.choice") String choice) {}

    /** Which version of the plan is meant. */
    @TakenIn
    public record VersionMeant(
            @Described("reorganisation.api.version") int version) {}

    /** Why a plan is taken back. */
    @TakenIn
    public record UndoAsked(
            @Described("reorganisation.api.reason") String reason) {}

    @GetMapping(PLAN + "/rehearsal")
    @Requires(Capability.ORGANIZATION_EDIT)
    @Described("reorganisation.api.rehearse")
    RehearsalShown rehearse(@PathVariable @Described("reorganisation.api.id") UUID id) {
        var rehearsal = rehearsals.of(new PlanId(id));
        return new RehearsalShown(
                PlanShown.of(rehearsal.plan()),
                rehearsal.executable(),
                rehearsal.rows().stream().limit(ROWS).map(ExecutionApi::row).toList(),
                rehearsal.rows().size(),
                rehearsal.counts(),
                rehearsal.parts().stream().map(ExecutionApi::part).toList(),
                rehearsal.conflicts().stream()
                        .map(open -> new ConflictShown(
                                open.conflict().key(),
                                open.conflict().sentence(),
                                open.conflict().choices(),
                                open.chosen()))
                        .toList());
    }

    @PutMapping(path = PLAN + "/choices", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Requires(Capability.ORGANIZATION_EDIT)
    @Described("reorganisation.api.choose")
    PlanShown choose(@PathVariable @Described("reorganisation.api.id") UUID id, @RequestBody ChoiceMade made) {
        plans.choose(new PlanId(id), made.conflict(), made.choice());
        return PlanShown.of(plans.get(new PlanId(id)));
    }

    @PostMapping(path = PLAN + "/execute", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Requires(Capability.ORGANIZATION_EDIT)
    @Described("reorganisation.api.execute")
    PlanShown execute(@PathVariable @Described("reorganisation.api.id") UUID id, @RequestBody VersionMeant meant) {
        return PlanShown.of(execution.execute(new PlanId(id), meant.version()));
    }

    @PostMapping(path = PLAN + "/undo", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Requires(Capability.ORGANIZATION_EDIT)
    @Described("reorganisation.api.undo")
    PlanShown undo(@PathVariable @Described("reorganisation.api.id") UUID id, @RequestBody UndoAsked asked) {
        var reason = asked.reason().strip();
        if (reason.isEmpty() || reason.length() > ExecutionController.REASON) {
            throw new Unprocessable(
                    "reason", Texts.text("reorganisation.undo.reason-wrong", ExecutionController.REASON));
        }
        return PlanShown.of(undo.undo(new PlanId(id), reason));
    }

    private static RehearsalRow row(Rehearsal.Row row) {
        return new RehearsalRow(row.what(), place(row.before()), place(row.after()), row.flows());
    }

    private static @Nullable PlaceShown place(@Nullable Place place) {
        return place == null
                ? null
                : new PlaceShown(place.code(), place.name(), place.shortName(), place.kind(), place.parent());
    }

    private static PartShown part(PartReport part) {
        return new PartShown(
                part.name(),
                part.label(),
                part.total(),
                part.affected().stream()
                        .map(one -> new AffectedShown(one.unit().value(), one.what(), one.count(), one.first()))
                        .toList());
    }
}
