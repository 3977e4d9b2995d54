package org.giaoban.reorganisation;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.giaoban.reorganisation.Fault.Sort;
import org.jspecify.annotations.Nullable;

/** Takes the events of a plan apart: who is founded, who gives what to whom, what is set anew about whom. */
final class Intake {

    private final Ground ground;
    private final Map<String, Target> founded = new LinkedHashMap<>();
    private final Map<String, Target> settings = new LinkedHashMap<>();
    private final Map<List<String>, Flow> flows = new LinkedHashMap<>();
    private final Map<String, BigDecimal> given = new LinkedHashMap<>();
    private final Set<String> staying = new HashSet<>();
    private final Set<String> dissolved = new HashSet<>();
    private final Map<String, String> documents = new HashMap<>();
    private final Map<String, Fault> faults = new LinkedHashMap<>();
    private final Set<String> ended;

    Intake(Ground ground, List<Event> events) {
        this.ground = ground;
        events.forEach(this::take);
        given.forEach((code, sum) -> {
            if (sum.compareTo(BigDecimal.ONE) != 0) {
                fault(Sort.SHARES, code, sum.stripTrailingZeros().toPlainString());
            }
        });
        ended = new LinkedHashSet<>(given.keySet());
        ended.removeAll(staying);
        flows.values().stream()
                .filter(flow -> ended.contains(flow.to()) && !dissolved.contains(flow.from()))
                .forEach(flow -> fault(Sort.TARGET_ENDS, flow.to()));
        settings.keySet().stream().filter(ended::contains).forEach(code -> fault(Sort.ENDS_TOO, code));
    }

    Map<String, Target> founded() {
        return founded;
    }

    Map<String, Target> settings() {
        return settings;
    }

    List<Flow> flows() {
        return List.copyOf(flows.values());
    }

    /** Units that give everything and do not live on. */
    Set<String> ended() {
        return ended;
    }

    boolean dissolves(String code) {
        return dissolved.contains(code);
    }

    Map<String, String> documents() {
        return documents;
    }

    List<Fault> faults() {
        return List.copyOf(faults.values());
    }

    private void take(Event event) {
        switch (event.kind()) {
            case FOUND -> event.to().forEach(target -> found(target, null));
            case RENAME -> event.to().forEach(to -> set(Target.unit(to.code(), to.name(), to.shortName(), "", "")));
            case CHANGE_KIND -> event.to().forEach(to -> set(Target.unit(to.code(), "", "", to.kind(), "")));
            case MOVE -> event.to().forEach(to -> set(Target.unit(to.code(), "", "", "", to.parent())));
            case MERGE, ABSORB ->
                event.from().forEach(from -> join(from, event.to().getFirst()));
            case SPLIT -> event.to().forEach(to -> join(part(event.from().getFirst(), to), to));
            case DISSOLVE -> event.from().forEach(from -> dissolve(from, event.to()));
        }
        if (!event.document().isBlank()) {
            event.codes().forEach(code -> documents.put(code, event.document()));
        }
    }

    private static Giver part(Giver from, Target to) {
        return new Giver(from.code(), to.share(), to.estimated());
    }

    private void join(Giver from, Target to) {
        if (!usable(from.code())) {
            return;
        }
        give(from, to.code());
        if (ground.standing().containsKey(to.code())) {
            if (from.code().equals(to.code())) {
                staying.add(to.code());
            }
            set(to);
        } else {
            found(to, ground.standing().get(from.code()));
        }
    }

    private void dissolve(Giver from, List<Target> to) {
        if (!usable(from.code())) {
            return;
        }
        dissolved.add(from.code());
        var above = ground.place(from.code()).parent();
        var heir = to.isEmpty() ? above : to.getFirst().code();
        if (heir == null) {
            given.merge(from.code(), from.share(), BigDecimal::add);
        } else if (founded.containsKey(heir) || usable(heir)) {
            give(from, heir);
        }
    }

    private void give(Giver from, String to) {
        given.merge(from.code(), from.share(), BigDecimal::add);
        if (!from.code().equals(to)) {
            flows.merge(
                    List.of(from.code(), to),
                    new Flow(from.code(), to, from.share(), from.estimated()),
                    (one, other) -> new Flow(
                            one.from(), to, one.share().add(other.share()), one.estimated() || other.estimated()));
        }
    }

    private void found(Target unit, @Nullable Standing beside) {
        if (ground.standing().containsKey(unit.code()) || ground.others().containsKey(unit.code())) {
            fault(Sort.CODE_TAKEN, unit.code());
            return;
        }
        var parent = beside == null ? null : beside.place().parent();
        var full = unit.parent().isEmpty() && parent != null
                ? Target.unit(unit.code(), unit.name(), unit.shortName(), unit.kind(), parent)
                : unit;
        if (!founded.containsKey(unit.code())
                && (unit.name().isBlank() || unit.kind().isBlank())) {
            fault(Sort.NO_NAME, unit.code());
        }
        note(founded, full);
    }

    private void set(Target unit) {
        var says = !(unit.name() + unit.shortName() + unit.kind() + unit.parent()).isEmpty();
        if (says && (founded.containsKey(unit.code()) || usable(unit.code()))) {
            note(founded.containsKey(unit.code()) ? founded : settings, unit);
        }
    }

    /** The same thing may be said twice, but not differently. */
    private void note(Map<String, Target> said, Target unit) {
        var before = said.get(unit.code());
        if (before == null) {
            said.put(unit.code(), unit);
            return;
        }
        said.put(
                unit.code(),
                Target.unit(
                        unit.code(),
                        one(unit.code(), before.name(), unit.name()),
                        one(unit.code(), before.shortName(), unit.shortName()),
                        one(unit.code(), before.kind(), unit.kind()),
                        said == founded && !before.parent().isEmpty()
                                ? before.parent()
                                : one(unit.code(), before.parent(), unit.parent())));
    }

    private String one(String code, String before, String now) {
        if (!before.isEmpty() && !now.isEmpty() && !before.equals(now)) {
            fault(Sort.SAID_TWICE, code, before, now);
        }
        return before.isEmpty() ? now : before;
    }

    /** Whether the unit stands, stood before the day, and is not already settled otherwise for later. */
    private boolean usable(String code) {
        var unit = ground.standing().get(code);
        if (unit == null) {
            var life = ground.others().get(code);
            fault(
                    life == null
                            ? Sort.UNKNOWN_UNIT
                            : life == Ground.Life.EARLIER ? Sort.ENDED_EARLIER : Sort.BEFORE_FOUNDING,
                    code);
            return false;
        }
        if (!unit.since().isBefore(ground.day())) {
            fault(Sort.BEFORE_FOUNDING, code);
        } else if (unit.changesLater()) {
            fault(Sort.CHANGES_LATER, code);
        }
        return true;
    }

    private void fault(Sort sort, String code, String... words) {
        var fault = new Fault(sort, code, List.of(words), List.of(Fault.LEAVE_OUT));
        faults.putIfAbsent(fault.key(), fault);
    }
}
