package org.giaoban.reorganisation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.giaoban.documents.Numbering;
import org.giaoban.documents.Numbering.Line;
import org.giaoban.documents.Numbering.Pair;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Affected;
import org.giaoban.organization.Conflict;
import org.giaoban.organization.Conflict.Choice;
import org.giaoban.organization.Handover;
import org.giaoban.organization.Journal;
import org.giaoban.organization.ReorganisationPart;
import org.giaoban.platform.Texts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A new unit numbers its documents from one, or goes on with one of those it came from: where several had a numbering,
 * somebody chooses. A unit that lives on keeps its own.
 */
@Component
@Transactional(readOnly = true)
class NumberingPart implements ReorganisationPart {

    private static final String ANEW = "ANEW";

    private final Numbering numbering;

    NumberingPart(Numbering numbering) {
        this.numbering = numbering;
    }

    @Override
    public String name() {
        return "numbering";
    }

    @Override
    public String label() {
        return Texts.text("reorganisation.part.numbering");
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public List<Affected> affected(Handover handover) {
        var affected = new ArrayList<Affected>();
        byUnit(handover)
                .forEach((unit, lines) -> affected.add(new Affected(
                        unit,
                        label(),
                        lines.size(),
                        lines.stream()
                                .limit(Affected.MOST)
                                .map(line -> new Affected.Item(
                                        Texts.text(
                                                "reorganisation.numbering.line",
                                                line.series(),
                                                line.type(),
                                                line.last()),
                                        null,
                                        becomes(handover, unit)))
                                .toList())));
        return affected;
    }

    private static String becomes(Handover handover, UnitId unit) {
        var heir = handover.keeper(unit);
        if (heir.isEmpty()) {
            return Texts.text("reorganisation.numbering.closed");
        }
        var goesOn = goingOn(handover, heir.get()).filter(unit::equals).isPresent();
        return goesOn
                ? Texts.text("reorganisation.numbering.goes-on", handover.name(heir.get()))
                : Texts.text("reorganisation.numbering.closed");
    }

    private Map<UnitId, List<Line>> byUnit(Handover handover) {
        return numbering.running(handover.ended(), handover.day()).stream()
                .collect(Collectors.groupingBy(Line::unit, LinkedHashMap::new, Collectors.toList()));
    }

    private static String key(Handover handover, UnitId heir) {
        return "numbering:" + handover.code(heir);
    }

    /** The new units that come from several units with a numbering. */
    private static Map<UnitId, List<UnitId>> numbered(Handover handover, Map<UnitId, List<Line>> byUnit) {
        var numbered = new LinkedHashMap<UnitId, List<UnitId>>();
        for (var unit : byUnit.keySet()) {
            handover.keeper(unit)
                    .filter(heir -> !handover.before().containsKey(heir))
                    .ifPresent(heir -> numbered.computeIfAbsent(heir, id -> new ArrayList<>())
                            .add(unit));
        }
        return numbered;
    }

    @Override
    public List<Conflict> conflicts(Handover handover) {
        var conflicts = new ArrayList<Conflict>();
        numbered(handover, byUnit(handover)).forEach((heir, units) -> {
            if (units.size() > 1) {
                conflicts.add(conflict(handover, heir, units));
            }
        });
        return conflicts;
    }

    private static Conflict conflict(Handover handover, UnitId heir, List<UnitId> units) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice(ANEW, Texts.text("reorganisation.numbering.anew")));
        for (var unit : units) {
            choices.add(new Choice(
                    handover.code(unit), Texts.text("reorganisation.numbering.go-on-with", handover.formerName(unit))));
        }
        return new Conflict(
                key(handover, heir),
                Texts.text("reorganisation.numbering.conflict", handover.name(heir), units.size()),
                choices);
    }

    /** The unit whose numbering the heir goes on with, if one was chosen. */
    private static java.util.Optional<UnitId> goingOn(Handover handover, UnitId heir) {
        var chosen = handover.choice(key(handover, heir)).orElse(ANEW);
        return handover.handedOver().stream()
                .filter(unit -> handover.code(unit).equals(chosen))
                .findFirst();
    }

    @Override
    public void carryOut(Handover handover, Journal journal) {
        var byUnit = byUnit(handover);
        var chosen = new LinkedHashMap<UnitId, UnitId>();
        numbered(handover, byUnit)
                .keySet()
                .forEach(heir -> goingOn(handover, heir).ifPresent(unit -> chosen.put(unit, heir)));
        var pairs = Stream.concat(chosen.entrySet().stream(), handover.keepers().entrySet().stream())
                .filter(entry -> !handover.before().containsKey(entry.getValue()))
                .map(entry -> new Pair(entry.getKey(), entry.getValue()))
                .toList();
        journal.write(Numbering.letterheads(
                pairs,
                handover.day(),
                pairs.stream().map(pair -> handover.name(pair.heir())).toList()));
        chosen.forEach((unit, heir) -> {
            journal.write(Numbering.term(new Pair(unit, heir), handover.day()));
            journal.write(Numbering.register(new Pair(unit, heir), byUnit.getOrDefault(unit, List.of())));
        });
        journal.write(Numbering.endTerms(handover.ended(), handover.day()));
    }

    @Override
    public Map<UnitId, Integer> facts(Collection<UnitId> founded) {
        return numbering.counts(founded);
    }
}
