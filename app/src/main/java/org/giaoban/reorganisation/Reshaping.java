package org.giaoban.reorganisation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.giaoban.kernel.UnitId;
import org.giaoban.reorganisation.Fault.Sort;
import org.jspecify.annotations.Nullable;

/** Works out the tree after a plan from the tree before: arithmetic only, no database, the same answer every time. */
final class Reshaping {

    private final Ground ground;
    private final Intake intake;
    private final Map<String, String> choices;
    private final Map<String, Place> after = new LinkedHashMap<>();
    private final Set<String> ended;
    private final List<Flow> flows;
    private final Map<String, Fault> faults = new LinkedHashMap<>();

    private Reshaping(Ground ground, List<Event> events, Map<String, String> choices) {
        this.ground = ground;
        this.choices = choices;
        intake = new Intake(ground, events);
        ended = new LinkedHashSet<>(intake.ended());
        flows = new ArrayList<>(intake.flows());
        intake.faults().forEach(this::add);
    }

    /** What is left out by choice is found at fault once more and then ignored, so that the choice stays to be seen. */
    static Reshaped of(Ground ground, List<Event> events, Map<String, String> choices) {
        var settled = new LinkedHashMap<String, Fault>();
        var left = new HashSet<String>();
        while (true) {
            var rest = events.stream().flatMap(event -> event.without(left)).toList();
            var result = new Reshaping(ground, rest, choices).result();
            var more = result.faults().stream()
                    .filter(fault -> Fault.LEAVE_OUT.equals(choices.get(fault.key())))
                    .filter(fault -> left.add(fault.code()))
                    .toList();
            if (more.isEmpty()) {
                result.faults().forEach(fault -> settled.putIfAbsent(fault.key(), fault));
                return new Reshaped(
                        result.before(),
                        result.after(),
                        result.flows(),
                        result.documents(),
                        List.copyOf(settled.values()));
            }
            more.forEach(fault -> settled.put(fault.key(), fault));
        }
    }

    private Reshaped result() {
        build();
        settleChildren();
        new TreeCheck(ground, after, choices, this::add).run(touched());
        return new Reshaped(
                ground.standing(), after, List.copyOf(flows), intake.documents(), List.copyOf(faults.values()));
    }

    private void add(Fault fault) {
        faults.putIfAbsent(fault.key(), fault);
    }

    private void build() {
        ground.standing().forEach((code, unit) -> {
            if (!ended.contains(code)) {
                after.put(code, set(unit.place(), intake.settings().get(code)));
            }
        });
        intake.founded().forEach((code, unit) -> {
            var id = ground.reserved().get(code);
            var none = new Place(
                    id == null ? new UnitId(new java.util.UUID(0, code.hashCode())) : id, code, code, code, "", null);
            after.put(code, set(none, unit));
        });
    }

    private static Place set(Place place, @Nullable Target said) {
        var changed = place;
        if (said == null) {
            return changed;
        }
        if (!said.name().isEmpty()) {
            changed = changed.named(said.name(), said.shortName().isEmpty() ? said.name() : said.shortName());
        } else if (!said.shortName().isEmpty()) {
            changed = changed.named(place.name(), said.shortName());
        }
        changed = said.kind().isEmpty() ? changed : changed.kind(said.kind());
        return said.parent().isEmpty() ? changed : changed.under(said.parent());
    }

    /** Children of units that end follow the one heir, go where somebody chose, or end as well. */
    private void settleChildren() {
        var ending = new HashSet<String>();
        var asked = new HashSet<String>();
        for (var orphans = orphans(asked); !orphans.isEmpty(); orphans = orphans(asked)) {
            orphans.forEach((parent, children) -> {
                asked.add(parent);
                settle(parent, children, ending);
            });
        }
    }

    private Map<String, List<Place>> orphans(Set<String> asked) {
        return after.values().stream()
                .filter(place ->
                        place.parent() != null && ended.contains(place.parent()) && !asked.contains(place.parent()))
                .collect(Collectors.groupingBy(
                        place -> Objects.requireNonNull(place.parent()), LinkedHashMap::new, Collectors.toList()));
    }

    private void settle(String parent, List<Place> children, Set<String> ending) {
        var heirs = heirs(parent);
        if (ending.contains(parent)) {
            end(children, heirs, ending);
            return;
        }
        if (heirs.size() == 1 && !intake.dissolves(parent)) {
            move(children, heirs.getFirst());
            return;
        }
        var options = new ArrayList<>(heirs);
        options.add(Fault.END);
        var fault = new Fault(Sort.CHILDREN_LEFT, parent, List.of(String.valueOf(children.size())), options);
        add(fault);
        var chosen = choices.get(fault.key());
        if (Fault.END.equals(chosen)) {
            end(children, heirs, ending);
        } else if (chosen != null && heirs.contains(chosen)) {
            move(children, chosen);
        } else if (!heirs.isEmpty()) {
            move(children, heirs.getFirst());
        }
    }

    private void move(List<Place> children, String heir) {
        children.forEach(child -> after.put(child.code(), child.under(heir)));
    }

    private void end(List<Place> children, List<String> heirs, Set<String> ending) {
        for (var child : children) {
            after.remove(child.code());
            ended.add(child.code());
            ending.add(child.code());
            if (!heirs.isEmpty()) {
                flows.add(new Flow(child.code(), heirs.getFirst(), BigDecimal.ONE, false));
            }
        }
    }

    private List<String> heirs(String code) {
        var sofar = new Reshaped(Map.of(code, ground.standing().get(code)), after, flows, Map.of(), List.of());
        return sofar.heirs().getOrDefault(code, List.of()).stream()
                .map(Flow::to)
                .toList();
    }

    private Set<String> touched() {
        var touched = new LinkedHashSet<String>();
        var turned = new HashMap<String, Boolean>();
        after.forEach((code, place) -> {
            var was = ground.standing().get(code);
            if (was == null || !was.place().equals(place)) {
                touched.add(code);
                turned.put(code, was == null || !was.place().kind().equals(place.kind()));
            }
        });
        after.values().stream()
                .filter(place -> turned.getOrDefault(String.valueOf(place.parent()), false))
                .forEach(place -> touched.add(place.code()));
        return touched;
    }
}
