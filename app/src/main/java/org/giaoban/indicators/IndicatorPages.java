package org.giaoban.indicators;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.giaoban.audit.AuditEntry;
import org.giaoban.indicators.CheckRule.Severity;
import org.giaoban.indicators.RelationController.PartForm;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Builds the page of one indicator. */
@Component
class IndicatorPages {

    private final Indicators indicators;
    private final CatalogueDesk desk;
    private final RelationDesk relations;
    private final Owning owning;
    private final Clock clock;

    IndicatorPages(Indicators indicators, CatalogueDesk desk, RelationDesk relations, Owning owning, Clock clock) {
        this.indicators = indicators;
        this.desk = desk;
        this.relations = relations;
        this.owning = owning;
        this.clock = clock;
    }

    public record ShowPage(
            Indicator line,
            String group,
            List<Indicator> versions,
            List<CheckRule> checks,
            Map<String, String> says,
            List<AuditEntry> history,
            String tab,
            boolean mayEdit,
            Parts parts,
            String reporter) {}

    /** What the indicator is divided into by each cut (the empty one: of which), what it is part of, and all names by code. */
    public record Parts(
            Map<String, List<IndicatorRelation>> cuts,
            List<IndicatorRelation> wholes,
            Map<String, String> names,
            Typed typed) {

        public boolean any() {
            return !cuts.isEmpty() || !wholes.isEmpty();
        }

        public Map<String, String> severities() {
            return Words.severityNames();
        }

        public String name(String code) {
            return names.getOrDefault(code, code);
        }
    }

    /**
     * What somebody wrote and what is wrong with it.
     *
     * @param ends the last day for a relation, by its number
     * @param errors by field; the last day of a relation is {@code last-} and its number
     */
    public record Typed(PartForm part, Map<Short, String> ends, Map<String, String> errors, String today) {

        public String last(short relation) {
            return ends.getOrDefault(relation, today);
        }
    }

    Typed blank() {
        var next = today().withDayOfMonth(1).plusMonths(1);
        return typed(new PartForm("", "", "", Severity.BLOCKS.name(), next.toString()), Map.of());
    }

    Typed typed(PartForm part, Map<String, String> errors) {
        return new Typed(part, Map.of(), errors, today().toString());
    }

    /** A last day that was refused, beside an empty form for a new part. */
    Typed ending(short relation, String last, String error) {
        return new Typed(blank().part(), Map.of(relation, last), Map.of("last-" + relation, error), today().toString());
    }

    ModelAndView show(String code, String tab, Typed typed) {
        var versions = indicators.versions(code);
        var now = indicators.byCode(code, today()).orElse(versions.getLast());
        var checks = indicators.checks(today()).stream()
                .filter(check -> Words.concerns(check, code))
                .toList();
        var page = new ShowPage(
                now,
                indicators.groups().getOrDefault(now.group(), ""),
                versions.reversed(),
                checks,
                says(checks),
                tab.equals("history") ? indicators.history(now) : List.of(),
                tab,
                desk.mayEdit(),
                parts(now, typed),
                owning.sentence(now, today()));
        var view = new ModelAndView("indicators/show", "page", page);
        view.setStatus(typed.errors().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private Map<String, String> says(List<CheckRule> checks) {
        var words = new CheckWords(
                indicators.catalogue(today()).stream().collect(Collectors.toMap(Indicator::code, Indicator::name)));
        return checks.stream().collect(Collectors.toMap(CheckRule::code, check -> words.sentence(check.relation())));
    }

    private Parts parts(Indicator line, Typed typed) {
        var names = indicators.allVersions().stream()
                .collect(Collectors.toMap(Indicator::code, Indicator::name, (earlier, later) -> later));
        var mine = relations.all().stream()
                .filter(relation -> !relation.over(today()))
                .toList();
        var cuts = new LinkedHashMap<String, List<IndicatorRelation>>();
        mine.stream()
                .filter(relation -> relation.whole().equals(line.code()))
                .forEach(relation -> cuts.computeIfAbsent(relation.cut().text(), cut -> new ArrayList<>())
                        .add(relation));
        var wholes = mine.stream()
                .filter(relation -> relation.part().equals(line.code()))
                .toList();
        return new Parts(cuts, wholes, names, typed);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
