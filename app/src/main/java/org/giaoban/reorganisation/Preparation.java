package org.giaoban.reorganisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Affected;
import org.giaoban.organization.Conflict;
import org.giaoban.organization.Handover;
import org.giaoban.organization.ReorganisationPart;
import org.giaoban.organization.Unit;
import org.giaoban.platform.Formats;
import org.springframework.stereotype.Component;

/** Works a plan out: the tree after it, who follows whom, what hangs on it, what is still to be decided. */
@Component
class Preparation {

    private final Grounds grounds;
    private final NamedUnits named;
    private final List<ReorganisationPart> parts;
    private final Clock clock;

    Preparation(Grounds grounds, NamedUnits named, List<ReorganisationPart> parts, Clock clock) {
        this.grounds = grounds;
        this.named = named;
        this.parts = parts.stream()
                .sorted(Comparator.comparing(ReorganisationPart::order))
                .toList();
        this.clock = clock;
    }

    List<ReorganisationPart> parts() {
        return parts;
    }

    Prepared of(Plan plan, Viewer by) {
        var ground = grounds.of(plan);
        var reshaped = Reshaping.of(ground, plan.events(), plan.choices());
        var words = new Words(ground, reshaped.after());
        var heirs = reshaped.heirs();
        var handover = handover(plan, ground, reshaped, heirs, by);
        var reports = parts.stream().map(part -> report(part, handover)).toList();
        var conflicts = new ArrayList<Conflict>();
        reshaped.faults().forEach(fault -> conflicts.add(words.conflict(fault)));
        named.inOtherDrafts(plan.id(), codes(plan))
                .forEach((code, title) -> conflicts.add(words.otherPlan(code, title)));
        conflicts.addAll(undivided(heirs, words, held(reports), ground));
        conflicts.addAll(tooEarly(plan.day(), reports));
        parts.forEach(part -> conflicts.addAll(part.conflicts(handover)));
        var open = conflicts.stream()
                .map(conflict -> new Open(conflict, chosen(plan, conflict)))
                .toList();
        return new Prepared(plan, ground, reshaped, handover, reports, open);
    }

    private static Set<String> codes(Plan plan) {
        var codes = new HashSet<String>();
        plan.events().forEach(event -> codes.addAll(event.codes()));
        return codes;
    }

    private static @org.jspecify.annotations.Nullable String chosen(Plan plan, Conflict conflict) {
        var value = plan.choices().get(conflict.key());
        return conflict.choices().stream().anyMatch(choice -> choice.value().equals(value)) ? value : null;
    }

    private Handover handover(Plan plan, Ground ground, Reshaped reshaped, Map<String, List<Flow>> heirs, Viewer by) {
        var shares = new LinkedHashMap<UnitId, List<Handover.Heir>>();
        var keepers = new LinkedHashMap<UnitId, UnitId>();
        heirs.forEach((code, flows) -> {
            var id = ground.place(code).id();
            shares.put(
                    id,
                    flows.stream()
                            .map(flow ->
                                    new Handover.Heir(reshaped.place(flow.to()).id(), flow.share(), flow.estimated()))
                            .toList());
            var chosen = plan.choices().get("HEIR:" + code);
            flows.stream()
                    .filter(flow -> flow.to().equals(chosen))
                    .findFirst()
                    .or(() -> flows.stream().max(Comparator.comparing(Flow::share)))
                    .ifPresent(flow -> keepers.put(id, reshaped.place(flow.to()).id()));
        });
        var author = new Handover.Author(by, clock.instant(), plan.terms().document());
        return new Handover(
                plan.day(),
                shares,
                keepers,
                before(plan, ground, reshaped),
                after(plan, ground, reshaped, heirs),
                plan.choices(),
                author);
    }

    private static Map<UnitId, Unit> before(Plan plan, Ground ground, Reshaped reshaped) {
        var codes = new HashSet<>(reshaped.ended());
        codes.addAll(reshaped.changed());
        reshaped.flows().forEach(flow -> codes.add(flow.to()));
        codes.retainAll(ground.standing().keySet());
        var units = new HashMap<UnitId, Unit>();
        codes.forEach(code -> {
            var place = ground.place(code);
            units.put(place.id(), Prepared.unit(place, plan, ground));
        });
        return units;
    }

    private static Map<UnitId, Unit> after(Plan plan, Ground ground, Reshaped reshaped, Map<String, List<Flow>> heirs) {
        var codes = new HashSet<>(reshaped.founded());
        codes.addAll(reshaped.changed());
        heirs.values().forEach(flows -> flows.forEach(flow -> codes.add(flow.to())));
        reshaped.flows().forEach(flow -> codes.add(flow.to()));
        codes.retainAll(reshaped.after().keySet());
        var units = new HashMap<UnitId, Unit>();
        codes.forEach(code -> {
            var place = reshaped.place(code);
            units.put(place.id(), Prepared.unit(place, plan, ground));
        });
        return units;
    }

    private static PartReport report(ReorganisationPart part, Handover handover) {
        var affected = part.affected(handover);
        var total = affected.stream().mapToInt(Affected::count).sum();
        return new PartReport(part.name(), part.label(), total, affected);
    }

    private static Set<UnitId> held(List<PartReport> reports) {
        var held = new HashSet<UnitId>();
        reports.forEach(report -> report.affected().stream()
                .filter(affected -> affected.count() > 0)
                .forEach(affected -> held.add(affected.unit())));
        return held;
    }

    /** Where several follow one, somebody says who takes what cannot be divided, if there is any. */
    private static List<Conflict> undivided(
            Map<String, List<Flow>> heirs, Words words, Set<UnitId> held, Ground ground) {
        return heirs.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .filter(entry -> held.contains(ground.place(entry.getKey()).id()))
                .map(entry -> words.heir(entry.getKey(), entry.getValue()))
                .toList();
    }

    private List<Conflict> tooEarly(LocalDate day, List<PartReport> reports) {
        if (!day.isAfter(LocalDate.now(clock))) {
            return List.of();
        }
        var undated = parts.stream()
                .filter(ReorganisationPart::onlyFromTheDay)
                .map(ReorganisationPart::name)
                .toList();
        return reports.stream()
                .filter(report -> report.total() > 0 && undated.contains(report.name()))
                .map(report -> Words.tooEarly(report.label(), report.total(), Formats.date(day)))
                .toList();
    }
}
