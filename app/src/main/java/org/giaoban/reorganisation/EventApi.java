package org.giaoban.reorganisation;

import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
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

/** The events of a plan for programs. */
@Api
class EventApi {

    private static final String EVENTS = "/reorganisations/{id}/events";

    private final Plans plans;

    EventApi(Plans plans) {
        this.plans = plans;
    }

    /** Something that happens to units on the plan's day. */
    public record EventShown(
            UUID id, EventKind kind, String document, String note, List<Giver> from, List<Target> to) {}

    /** An event as a program enters it; what it needs depends on its kind. */
    @TakenIn
    public record EventEntered(
            @Described("reorganisation.api.kind") EventKind kind,
            @Nullable String document,
            @Nullable String note,

            @Described("reorganisation.api.givers") @Nullable
            List<GiverEntered> from,

            @Described("reorganisation.api.targets") @Nullable
            List<TargetEntered> to) {

        NewEvent event() {
            return new NewEvent(
                    kind,
                    or(document, ""),
                    or(note, ""),
                    or(from, List.<GiverEntered>of()).stream()
                            .map(GiverEntered::giver)
                            .toList(),
                    or(to, List.<TargetEntered>of()).stream()
                            .map(TargetEntered::target)
                            .toList());
        }

        static <T> T or(@Nullable T given, T otherwise) {
            return given == null ? otherwise : given;
        }
    }

    /** A unit that gives itself, or a share. */
    @TakenIn
    public record GiverEntered(
            String code,
            @Described("reorganisation.api.share") @Nullable BigDecimal share,

            @Described("reorganisation.api.estimated") @Nullable
            Boolean estimated) {

        Giver giver() {
            return new Giver(code, EventEntered.or(share, BigDecimal.ONE), EventEntered.or(estimated, false));
        }
    }

    /** A unit that is founded, changed or given to; what is left out stays as it is. */
    @TakenIn
    public record TargetEntered(
            String code,
            @Nullable String name,
            @Nullable String shortName,
            @Nullable String kind,

            @Described("reorganisation.api.parent") @Nullable
            String parent,

            @Described("reorganisation.api.share") @Nullable BigDecimal share,

            @Described("reorganisation.api.estimated") @Nullable
            Boolean estimated) {

        Target target() {
            return new Target(
                    code,
                    EventEntered.or(name, ""),
                    EventEntered.or(shortName, ""),
                    EventEntered.or(kind, ""),
                    EventEntered.or(parent, ""),
                    EventEntered.or(share, BigDecimal.ONE),
                    EventEntered.or(estimated, false));
        }
    }

    @GetMapping(EVENTS)
    @Requires(Capability.ORGANIZATION_EDIT)
    @Described("reorganisation.api.events")
    Slice<EventShown> events(
            @PathVariable @Described("reorganisation.api.id") UUID id,
            @RequestParam(defaultValue = PageAsked.USUAL) @Described("platform.api.described.limit") int limit,
            @RequestParam(required = false) @Described("platform.api.described.after") @Nullable String after) {
        var page = PageAsked.of(limit, after);
        var all = plans.get(new PlanId(id)).events();
        var codes = all.stream().map(event -> event.id().toString()).toList();
        var from = page.after() == null ? 0 : codes.indexOf(page.after()) + 1;
        if (page.after() != null && from == 0) {
            throw PageAsked.unknownCursor();
        }
        return page.slice(
                all.stream().skip(from).limit(limit + 1L).map(EventApi::shown).toList(),
                event -> event.id().toString());
    }

    @PostMapping(path = EVENTS, consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(Capability.ORGANIZATION_EDIT)
    @Described("reorganisation.api.add")
    ResponseEntity<EventShown> add(
            @PathVariable @Described("reorganisation.api.id") UUID id, @RequestBody EventEntered entered) {
        var event = plans.add(new PlanId(id), entered.event());
        var place = ApiPath.V1 + EVENTS.replace("{id}", id.toString()) + "/" + event;
        return ResponseEntity.created(URI.create(place)).body(one(id, event));
    }

    @PutMapping(path = EVENTS + "/{event}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Requires(Capability.ORGANIZATION_EDIT)
    @Described("reorganisation.api.change")
    EventShown change(
            @PathVariable @Described("reorganisation.api.id") UUID id,
            @PathVariable @Described("reorganisation.api.event") UUID event,
            @RequestBody EventEntered entered) {
        plans.change(new PlanId(id), event, entered.event());
        return one(id, event);
    }

    @DeleteMapping(EVENTS + "/{event}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Capability.ORGANIZATION_EDIT)
    @Described("reorganisation.api.remove")
    void remove(
            @PathVariable @Described("reorganisation.api.id") UUID id,
            @PathVariable @Described("reorganisation.api.event") UUID event) {
        // Once removed it is gone: asking again is not a mistake.
        if (plans.get(new PlanId(id)).events().stream()
                .anyMatch(each -> each.id().equals(event))) {
            plans.remove(new PlanId(id), event);
        }
    }

    private EventShown one(UUID plan, UUID event) {
        return plans.get(new PlanId(plan)).events().stream()
                .filter(each -> each.id().equals(event))
                .map(EventApi::shown)
                .findFirst()
                .orElseThrow();
    }

    private static EventShown shown(Event event) {
        return new EventShown(event.id(), event.kind(), event.document(), event.note(), event.from(), event.to());
    }
}
