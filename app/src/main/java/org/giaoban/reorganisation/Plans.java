package org.giaoban.reorganisation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.audit.Audit;
import org.giaoban.audit.ObjectRef;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.kernel.Uuid7;
import org.giaoban.organization.Organization;
import org.giaoban.organization.TreeRevisions;
import org.giaoban.platform.Formats;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Plans as people draft them; what is executed is no longer changed. */
@Service
@Transactional
class Plans {

    private static final int PAGE = 50;
    private static final int MOST = 2000;
    private static final int TITLE = 200;
    private static final int DOCUMENT = 300;
    private static final int NOTE = 2000;

    private final ReorganisationRepository repository;
    private final EventRepository events;
    private final NamedUnits named;
    private final PlanRights rights;
    private final TreeRevisions revisions;
    private final Organization organization;
    private final Audit audit;
    private final CurrentViewer viewer;
    private final Clock clock;

    Plans(
            ReorganisationRepository repository,
            EventRepository events,
            NamedUnits named,
            PlanRights rights,
            TreeRevisions revisions,
            Organization organization,
            Audit audit,
            CurrentViewer viewer,
            Clock clock) {
        this.repository = repository;
        this.events = events;
        this.named = named;
        this.rights = rights;
        this.revisions = revisions;
        this.organization = organization;
        this.audit = audit;
        this.viewer = viewer;
        this.clock = clock;
    }

    /** The newest first; plans that name a unit outside the viewer's reach are not shown. */
    @Transactional(readOnly = true)
    Slice<PlanLine> page(@Nullable PlanState state, @Nullable String after) {
        var position = after == null ? null : PlanId.parse(after).value();
        var page = Slice.of(
                repository.page(state, position, PAGE + 1),
                PAGE,
                line -> line.id().toString());
        var ids = page.items().stream().map(PlanLine::id).toList();
        return new Slice<>(rights.visible(page.items(), named.codes(ids)), page.next());
    }

    /** For a file: the newest, as many as anybody will ever have made. */
    @Transactional(readOnly = true)
    List<PlanLine> all(@Nullable PlanState state) {
        var lines = repository.page(state, null, MOST);
        return rights.visible(
                lines, named.codes(lines.stream().map(PlanLine::id).toList()));
    }

    @Transactional(readOnly = true)
    Plan get(PlanId id) {
        var plan = repository.find(id).orElseThrow(() -> new NotFound(id));
        rights.require(plan);
        return plan;
    }

    PlanId draft(Terms terms) {
        if (rights.scope().empty()) {
            throw new NotFound("plan");
        }
        var id = PlanId.next();
        var tidy = tidy(terms);
        repository.insert(id, tidy, viewer.get(), clock.instant());
        record("reorganisation.drafted", id, tidy, Map.of());
        return id;
    }

    private static Terms tidy(Terms terms) {
        var title = EventCheck.text(terms.title(), TITLE);
        var document = EventCheck.text(terms.document(), DOCUMENT);
        if (title.isEmpty() || document.isEmpty()) {
            throw new Refused("reorganisation.refused.terms");
        }
        return new Terms(title, terms.day(), document, EventCheck.text(terms.note(), NOTE));
    }

    void revise(PlanId id, int version, Terms terms) {
        var plan = draft(id);
        plan.demandDraft(version);
        repository.revise(id, tidy(terms));
        repository.counted(id);
    }

    UUID add(PlanId id, NewEvent entered) {
        return addAll(id, List.of(entered)).getFirst();
    }

    List<UUID> addAll(PlanId id, List<NewEvent> entered) {
        var plan = draft(id);
        var added = entered.stream()
                .map(event -> Event.of(Uuid7.next(), EventCheck.tidy(event)))
                .toList();
        rights.require(added, plan.day());
        events.append(id, added);
        reserve(plan, added);
        repository.counted(id);
        return added.stream().map(Event::id).toList();
    }

    void change(PlanId id, UUID event, NewEvent entered) {
        var plan = draft(id);
        var changed = Event.of(event, EventCheck.tidy(entered));
        rights.require(List.of(changed), plan.day());
        if (!events.replace(id, changed)) {
            throw new NotFound(event);
        }
        reserve(plan, List.of(changed));
        repository.counted(id);
    }

    void remove(PlanId id, UUID event) {
        draft(id);
        if (!events.remove(id, event)) {
            throw new NotFound(event);
        }
        repository.counted(id);
    }

    /** Rows copied from a spreadsheet become events; how many. */
    int paste(PlanId id, String table) {
        var plan = draft(id);
        var standing = new PastedTable.Units(organization, plan.day());
        return addAll(id, PastedTable.read(table, standing)).size();
    }

    void choose(PlanId id, String conflict, String choice) {
        draft(id);
        repository.choose(id, conflict, choice);
        repository.counted(id);
    }

    void discard(PlanId id) {
        var plan = draft(id);
        repository.discard(id);
        repository.counted(id);
        record("reorganisation.discarded", id, plan.terms(), Map.of());
    }

    private Plan draft(PlanId id) {
        var plan = repository.lock(id).orElseThrow(() -> new NotFound(id));
        rights.require(plan);
        plan.demandDraft();
        return plan;
    }

    /** New units get their identities now, so that executing and undoing leave no trace of them. */
    private void reserve(Plan plan, List<Event> added) {
        var kinds = organization.kindRules(plan.day()).kinds();
        var planned = new LinkedHashMap<String, TreeRevisions.Planned>();
        for (var event : added) {
            for (var target : event.to()) {
                var kind = kinds.get(target.kind());
                if (kind != null && !target.name().isEmpty()) {
                    planned.putIfAbsent(
                            target.code(), new TreeRevisions.Planned(target.code(), kind.ownCell(), target.parent()));
                }
            }
        }
        if (!planned.isEmpty()) {
            revisions.reserve(new ArrayList<>(planned.values()));
        }
    }

    private void record(String act, PlanId id, Terms terms, Map<String, String> more) {
        var details = new LinkedHashMap<String, String>(more);
        details.put("title", terms.title());
        details.put("day", Formats.date(terms.day()));
        details.put("document", terms.document());
        audit.record(act, new ObjectRef("reorganisation", id.value()), null, details);
    }
}
