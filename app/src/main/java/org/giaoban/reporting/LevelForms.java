package org.giaoban.reporting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.giaoban.organization.Unit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The forms as levels consolidate them: which ones units below fill in, and what each asks. Callers have checked access. */
@Service
@Transactional(readOnly = true)
public class LevelForms {

    private final FormRepository forms;
    private final Completeness completeness;
    private final ReturnTexts texts;
    private final Organization organization;

    LevelForms(FormRepository forms, Completeness completeness, ReturnTexts texts, Organization organization) {
        this.forms = forms;
        this.completeness = completeness;
        this.texts = texts;
        this.organization = organization;
    }

    /** A form as of a period: the indicators it asks in figures, and its parts in words. */
    public record LevelForm(String code, String name, Set<String> indicators, List<Part> parts) {

        /** The lists of the catalogue that parts of it are. */
        public Set<String> lists() {
            return parts.stream()
                    .map(Part::indicator)
                    .filter(java.util.Objects::nonNull)
                    .collect(Collectors.toSet());
        }
    }

    /**
     * A part in words.
     *
     * @param indicator the list in the catalogue that these words are
     */
    public record Part(String code, String name, @Nullable String indicator) {}

    /** What a unit wrote for a list of the catalogue. */
    public record Listed(UnitId unit, String unitName, String indicator, String text) {}

    /** A level with a form that units below it fill in for the period. */
    public record Level(Unit unit, LevelForm form) {}

    /** How many returns of a form were owed below a unit, how many came, how many of them were accepted. */
    public record Counts(int expected, int received, int accepted) {}

    /** The form of that code, when it asks for such a period. */
    public Optional<LevelForm> find(String code, Period period) {
        return forms.find(code, period).map(LevelForms::told);
    }

    /** Forms that any unit below the level is asked to fill in for the period, by code. */
    public List<LevelForm> below(UnitId level, Period period) {
        var kinds = organization.subtree(level, period.lastDay()).stream()
                .filter(unit -> !unit.id().equals(level))
                .map(Unit::kind)
                .collect(Collectors.toSet());
        return madeFor(kinds, asking(period));
    }

    /** Every level of the country with each form that stands below it, parents first. */
    public List<Level> levels(Period period) {
        var asking = asking(period);
        var below = new HashMap<UnitId, Set<String>>();
        var units = organization.units(period.lastDay());
        for (var unit : units.reversed()) {
            var parent = unit.parent();
            if (parent != null) {
                var kinds = below.computeIfAbsent(parent, id -> new HashSet<>());
                kinds.add(unit.kind());
                kinds.addAll(below.getOrDefault(unit.id(), Set.of()));
            }
        }
        var known = new HashMap<Set<String>, List<LevelForm>>();
        return units.stream()
                .flatMap(unit ->
                        known
                                .computeIfAbsent(
                                        below.getOrDefault(unit.id(), Set.of()), kinds -> madeFor(kinds, asking))
                                .stream()
                                .map(form -> new Level(unit, form)))
                .toList();
    }

    private List<Form> asking(Period period) {
        return forms.on(period.lastDay()).stream()
                .filter(form -> form.asksFor(period))
                .toList();
    }

    private List<LevelForm> madeFor(Set<String> kinds, List<Form> asking) {
        return asking.stream()
                .filter(form -> kinds.stream().anyMatch(kind -> form.madeFor(organization.kind(kind))))
                .map(LevelForms::told)
                .toList();
    }

    private static LevelForm told(Form form) {
        return new LevelForm(
                form.code(),
                form.name().text(),
                Set.copyOf(form.indicators()),
                form.sections().stream()
                        .map(section -> new Part(section.code(), section.name().text(), section.indicator()))
                        .toList());
    }

    /** The codes of all forms whose returns can move what a report of this form says: it asks something they ask too. */
    public Set<String> movedBy(String code) {
        var mine = asked().getOrDefault(code, Set.of());
        var moving = asked().entrySet().stream()
                .filter(form -> form.getValue().stream().anyMatch(mine::contains))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(HashSet::new));
        moving.add(code);
        return moving;
    }

    private Map<String, Set<String>> asked() {
        var asked = new HashMap<String, Set<String>>();
        forms.all()
                .forEach(form -> asked.computeIfAbsent(form.code(), code -> new HashSet<>())
                        .addAll(form.indicators()));
        return asked;
    }

    /** Counted in the database, for however many units. */
    public Counts counts(Unit level, String form, Period period) {
        var whole = completeness.board(level, period, form).whole();
        return new Counts(whole.expected(), whole.received(), whole.came().accepted());
    }

    /** What these units wrote for lists of the catalogue in the form's returns that were sent, unit by unit. */
    public List<Listed> lists(Collection<Unit> units, LevelForm form, Period period) {
        var indicators = new LinkedHashMap<String, String>();
        form.parts().forEach(part -> {
            if (part.indicator() != null) {
                indicators.put(part.code(), part.indicator());
            }
        });
        if (indicators.isEmpty() || units.isEmpty()) {
            return List.of();
        }
        return texts.sections(List.copyOf(units), form.code(), period, indicators.keySet()).stream()
                .map(one ->
                        new Listed(one.unit(), one.unitName(), indicators.getOrDefault(one.section(), ""), one.text()))
                .toList();
    }

    /** What the units below wrote in their returns of this form, by section, then unit. */
    public List<Narrative> narratives(Collection<Unit> units, LevelForm form, Period period) {
        var asked = new ArrayList<>(units);
        return forms.find(form.code(), period)
                .map(found -> texts.of(asked, found, period))
                .orElse(List.of());
    }
}
