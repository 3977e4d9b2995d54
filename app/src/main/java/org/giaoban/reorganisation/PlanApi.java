package org.giaoban.reorganisation;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.platform.Slice;
import org.giaoban.platform.api.Api;
import org.giaoban.platform.api.ApiPath;
import org.giaoban.platform.api.Described;
import org.giaoban.platform.api.PageAsked;
import org.giaoban.platform.api.TakenIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Plans of reorganisations for programs: draft, list, read, change, discard. */
@Api
class PlanApi {

    private static final int PAGE = 50;
    private static final String PLANS = "/reorganisations";

    private final Plans plans;

    PlanApi(Plans plans) {
        this.plans = plans;
    }

    /** A plan in a list. */
    public record PlanInList(UUID id, String title, LocalDate day, String document, PlanState state, int events) {}

    /** A plan without its events, which are a list of their own. */
    public record PlanShown(
            UUID id,
            String title,
            @Described("reorganisation.api.day") LocalDate day,
            String document,
            String note,
            PlanState state,
            @Described("reorganisation.api.version") int version,
            int events,
            @Described("reorganisation.api.choices") Map<String, String> choices,
            Instant createdAt,
            @Nullable Instant executedAt,

            @Described("reorganisation.api.undo-until") @Nullable
            LocalDate undoUntil,

            @Nullable Instant undoneAt) {

        static PlanShown of(Plan plan) {
            return new PlanShown(
                    plan.id().value(),
                    plan.terms().title(),
                    plan.day(),
                    plan.terms().document(),
                    plan.terms().note(),
                    plan.state(),
                    plan.version(),
                    plan.events().size(),
                    plan.choices(),
                    plan.marks().createdAt(),
                    plan.marks().executedAt(),
                    plan.marks().undoUntil(),
                    plan.marks().undoneAt());
        }
    }

    /** What a plan is called, from which day it holds, and on what document it rests. */
    @TakenIn
    public record PlanTerms(
            String title,
            @Described("reorganisation.api.day") LocalDate day,
            String document,
            @Nullable String note) {

        Terms terms() {
            return new Terms(title, day, document, note == null ? "" : note);
        }
    }

    /** The same, and the version of the plan that the program has read. */
    @TakenIn
    public record PlanRevised(
            @Described("reorganisation.api.version") int version,
            String title,
            LocalDate day,
            String document,
            @Nullable String note) {}

    @GetMapping(PLANS)
    @Requires(Capability.ORGANIZATION_EDIT)
    @Described("reorganisation.api.list")
    Slice<PlanInList> list(
            @RequestParam(required = false) @Described("reorganisation.api.of-state") @Nullable PlanState state,
            @RequestParam(required = false) @Described("platform.api.described.after") @Nullable String after) {
        var position = PageAsked.of(PAGE, after).after();
        if (position != null && !position.matches("[0-9a-f-]{36}")) {
            throw PageAsked.unknownCursor();
        }
        var page = plans.page(state, position);
        return new Slice<>(
                page.items().stream()
                        .map(line -> new PlanInList(
                                line.id().value(),
                                line.title(),
                                line.day(),
                                line.document(),
                                line.state(),
                                line.events()))
                        .toList(),
                page.next() == null ? null : PageAsked.written(page.next()));
    }

    @PostMapping(path = PLANS, consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(Capability.ORGANIZATION_EDIT)
    @Described("reorganisation.api.draft")
    ResponseEntity<PlanShown> draft(@RequestBody PlanTerms terms) {
        var plan = plans.get(plans.draft(terms.terms()));
        return ResponseEntity.created(URI.create(ApiPath.V1 + PLANS + "/" + plan.id()))
                .body(PlanShown.of(plan));
    }

    @GetMapping(PLANS + "/{id}")
    @Requires(Capability.ORGANIZATION_EDIT)
    @Described("reorganisation.api.get")
    PlanShown get(@PathVariable @Described("reorganisation.api.id") UUID id) {
        return PlanShown.of(plans.get(new PlanId(id)));
    }

    @PutMapping(path = PLANS + "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Requires(Capability.ORGANIZATION_EDIT)
    @Described("reorganisation.api.revise")
    PlanShown revise(@PathVariable @Described("reorganisation.api.id") UUID id, @RequestBody PlanRevised revised) {
        var terms = new PlanTerms(revised.title(), revised.day(), revised.document(), revised.note());
        plans.revise(new PlanId(id), revised.version(), terms.terms());
        return get(id);
    }

    @DeleteMapping(PLANS + "/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Capability.ORGANIZATION_EDIT)
    @Described("reorganisation.api.discard")
    void discard(@PathVariable @Described("reorganisation.api.id") UUID id) {
        plans.discard(new PlanId(id));
    }
}
