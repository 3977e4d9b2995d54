package org.giaoban.reorganisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.access.Capability;
import org.giaoban.organization.KindRules;
import org.giaoban.organization.Organization;
import org.giaoban.organization.Unit;
import org.giaoban.organization.UnitFinder;
import org.giaoban.organization.UnitKind;
import org.giaoban.platform.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Builds the form of an event: the units to choose from as they stand before the plan's day. */
@Service
@Transactional(readOnly = true)
class EventPages {

    private static final int OFFERED = 300;
    private static final int SPLIT_ROWS = 3;

    private final PlanPages pages;
    private final Organization organization;
    private final UnitFinder finder;
    private final UnitOffers offers;

    EventPages(PlanPages pages, Organization organization, UnitFinder finder, UnitOffers offers) {
        this.pages = pages;
        this.organization = organization;
        this.finder = finder;
        this.offers = offers;
    }

    EventForm form(PlanId id, UUID event) {
        return pages.head(id).plan().events().stream()
                .filter(one -> one.id().equals(event))
                .findFirst()
                .map(EventForm::of)
                .orElseThrow(() -> new NotFound(event));
    }

    EventForm all(PlanId id, EventForm form) {
        return offers.all(form, pages.head(id).plan().day().minusDays(1));
    }

    EventPage page(PlanId id, @Nullable UUID event, EventForm typed, Map<String, String> errors) {
        var head = pages.head(id);
        var day = head.plan().day().minusDays(1);
        var rules = organization.kindRules(head.plan().day());
        var form = typed.rows(rows(typed, day));
        return new EventPage(
                head,
                event == null ? null : event.toString(),
                form,
                offers.offer(form, day, rules),
                kinds(rules),
                units(head.plan(), day),
                errors);
    }

    /** As many empty rows as the event may need; a renamed unit starts from what it is called. */
    private List<EventForm.Row> rows(EventForm form, LocalDate day) {
        var rows = new ArrayList<>(form.rows());
        if (form.kind() == EventKind.RENAME && form.picked().isEmpty()) {
            return List.of(EventForm.Row.EMPTY);
        }
        if (form.kind() == EventKind.RENAME) {
            var byCode = new HashMap<String, EventForm.Row>();
            rows.forEach(row -> byCode.put(row.code(), row));
            var units = offers.standing(form.picked().keySet(), day);
            return form.picked().keySet().stream()
                    .map(code -> byCode.getOrDefault(code, renamed(code, units.get(code))))
                    .toList();
        }
        if (form.kind() == EventKind.SPLIT || form.kind() == EventKind.FOUND) {
            rows.removeIf(EventForm.Row::blank);
            for (var more = 0; more == 0 || rows.size() < SPLIT_ROWS; more++) {
                rows.add(EventForm.Row.EMPTY);
            }
        }
        return rows.isEmpty() ? List.of(EventForm.Row.EMPTY) : rows;
    }

    private static EventForm.Row renamed(String code, @Nullable Unit unit) {
        var row = new EventForm.Row(code, "", "", "", "", new EventForm.Part("", false));
        return unit == null ? row : row.named(unit.name(), unit.shortName());
    }

    private static Map<String, String> kinds(KindRules rules) {
        var kinds = new LinkedHashMap<String, String>();
        rules.kinds().values().stream()
                .filter(kind -> rules.inForce(kind.code()))
                .sorted(Comparator.comparing(UnitKind::rank).thenComparing(UnitKind::code))
                .forEach(kind -> kinds.put(kind.code(), kind.name()));
        return kinds;
    }

    /** Units of the day before and those the plan founds. */
    private Map<String, String> units(Plan plan, LocalDate day) {
        var units = new LinkedHashMap<String, String>();
        for (var event : plan.events()) {
            event.to().stream()
                    .filter(target -> !target.name().isEmpty())
                    .forEach(target -> units.putIfAbsent(target.code(), target.name()));
        }
        finder.find("", day, Capability.ORGANIZATION_EDIT, OFFERED)
                .forEach(unit -> units.put(unit.code(), unit.name()));
        return units;
    }
}
