package org.giaoban.consolidation;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.giaoban.consolidation.LevelPages.Section;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.giaoban.organization.Unit;
import org.giaoban.platform.Texts;
import org.giaoban.reporting.LevelForms;
import org.giaoban.reporting.Narrative;
import org.springframework.stereotype.Component;

/** The words of a level's report: its own, and beside them what the units below wrote, those first that wrote a report. */
@Component
class Composing {

    private static final List<String> OWN = List.of("recommendations", "own");
    private static final int LONGEST_COMPOSED = 20_000;

    private final LevelRepository reports;
    private final SealRepository seals;
    private final LevelForms forms;
    private final Organization organization;

    Composing(LevelRepository reports, SealRepository seals, LevelForms forms, Organization organization) {
        this.reports = reports;
        this.seals = seals;
        this.forms = forms;
        this.organization = organization;
    }

    /** By code: the parts of the form, what the units ask, and the level's own additions. */
    static Map<String, String> sections(Target target) {
        var sections = new LinkedHashMap<String, String>();
        target.form().parts().forEach(part -> sections.put(part.code(), part.name()));
        OWN.forEach(code -> sections.put(code, Texts.text("consolidation.section." + code)));
        return sections;
    }

    List<Section> sections(Target target, Optional<ReportRow> row, Optional<Sealed> sealed, Map<String, String> typed) {
        var own = sealed.map(Sealed::texts)
                .orElseGet(() -> row.map(found -> reports.texts(found.id())).orElse(Map.of()));
        var composed = sealed.isPresent() ? Map.<String, String>of() : composed(target);
        return sections(target).entrySet().stream()
                .map(section -> new Section(
                        section.getKey(),
                        section.getValue(),
                        typed.getOrDefault(section.getKey(), own.getOrDefault(section.getKey(), "")),
                        composed.getOrDefault(section.getKey(), "")))
                .toList();
    }

    /** Unit by unit, a line each: "Khe Sậy: …". */
    private Map<String, String> composed(Target target) {
        var day = target.period().lastDay();
        var children = organization.children(target.unit().id(), day);
        var written = new LinkedHashMap<String, StringBuilder>();
        var covered = new HashSet<UnitId>();
        var rows = reports.of(
                children.stream().map(Unit::id).toList(), target.form().code(), target.period());
        for (var child : children) {
            var row = rows.get(child.id());
            if (row != null && row.state().stands()) {
                organization.subtree(child.id(), day).forEach(unit -> covered.add(unit.id()));
                seals.find(row.id(), row.version())
                        .ifPresent(sent -> sent.texts()
                                .forEach((section, body) -> add(written, section, child.shortName(), body)));
            }
        }
        var open = organization.subtree(target.unit().id(), day).stream()
                .filter(unit -> !unit.id().equals(target.unit().id()) && !covered.contains(unit.id()))
                .toList();
        forms.narratives(open, target.form(), target.period()).forEach(one -> add(written, one));
        return written.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> cut(entry.getValue().toString())));
    }

    private static void add(Map<String, StringBuilder> written, Narrative one) {
        add(written, one.section(), one.unitName(), one.text());
    }

    private static void add(Map<String, StringBuilder> written, String section, String unit, String body) {
        if (!body.isBlank()) {
            written.computeIfAbsent(section, code -> new StringBuilder())
                    .append(unit)
                    .append(": ")
                    .append(body.strip())
                    .append('\n');
        }
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_COMPOSED ? text : text.substring(0, LONGEST_COMPOSED) + "…";
    }
}
