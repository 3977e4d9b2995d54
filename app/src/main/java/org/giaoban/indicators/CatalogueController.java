package org.giaoban.indicators;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.audit.AuditEntry;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.TableExport;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The catalogue of indicators: the list, on screen and as a file, and one indicator. */
@Controller
class CatalogueController {

    private final Indicators indicators;
    private final CatalogueDesk desk;
    private final Owning owning;
    private final Clock clock;

    CatalogueController(Indicators indicators, CatalogueDesk desk, Owning owning, Clock clock) {
        this.indicators = indicators;
        this.desk = desk;
        this.owning = owning;
        this.clock = clock;
    }

    @GetMapping("/indicators")
    @Requires({Capability.FIGURES_READ, Capability.CATALOGUE_EDIT})
    ModelAndView list(Filter filter, HttpServletRequest request) {
        var page = new ListPage(
                filter,
                day(filter),
                indicators.groups(),
                found(filter),
                Words.typeNames(),
                Words.query(request),
                desk.mayEdit());
        return new ModelAndView("indicators/list", "page", page);
    }

    @GetMapping(value = "/indicators", params = "format")
    @Requires({Capability.FIGURES_READ, Capability.CATALOGUE_EDIT})
    ResponseEntity<byte[]> export(Filter filter, @RequestParam String format) {
        var codes = found(filter).stream().map(Indicator::code).collect(Collectors.toSet());
        var rows = indicators.allVersions().stream()
                .filter(line -> codes.contains(line.code()))
                .map(CatalogueFile::row)
                .toList();
        return new TableExport(Texts.text("indicators.list.file"), CatalogueFile.HEADERS, rows).as(format);
    }

    @GetMapping("/indicators/{code}")
    @Requires({Capability.FIGURES_READ, Capability.CATALOGUE_EDIT})
    ModelAndView show(@PathVariable String code, @RequestParam(defaultValue = "") String tab) {
        if (!Words.TABS.contains(tab)) {
            throw new NotFound(tab);
        }
        var versions = indicators.versions(code);
        var now = indicators.byCode(code, LocalDate.now(clock)).orElse(versions.getLast());
        var checks = indicators.checks(LocalDate.now(clock)).stream()
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
                parts(now),
                owning.sentence(now, LocalDate.now(clock)));
        return new ModelAndView("indicators/show", "page", page);
    }

    private Map<String, String> says(List<CheckRule> checks) {
        var words = new CheckWords(indicators.catalogue(LocalDate.now(clock)).stream()
                .collect(Collectors.toMap(Indicator::code, Indicator::name)));
        return checks.stream().collect(Collectors.toMap(CheckRule::code, check -> words.sentence(check.relation())));
    }

    private Parts parts(Indicator line) {
        var names = indicators.allVersions().stream()
                .collect(Collectors.toMap(Indicator::code, Indicator::name, (earlier, later) -> later));
        var today = LocalDate.now(clock);
        var mine = desk.relations().stream()
                .filter(relation -> !relation.over(today))
                .toList();
        var cuts = new LinkedHashMap<String, List<IndicatorRelation>>();
        mine.stream()
                .filter(relation -> relation.whole().equals(line.code()))
                .forEach(relation -> cuts.computeIfAbsent(relation.cut().text(), cut -> new ArrayList<>())
                        .add(relation));
        return new Parts(
                cuts,
                mine.stream()
                        .filter(relation -> relation.part().equals(line.code()))
                        .toList(),
                names,
                today.withDayOfMonth(1).plusMonths(1).toString(),
                today.toString());
    }

    private List<Indicator> found(Filter filter) {
        var wanted = VietnameseText.fold(filter.text());
        return indicators.catalogue(day(filter)).stream()
                .filter(line -> filter.groupCode().isEmpty() || line.group().equals(filter.groupCode()))
                .filter(line ->
                        filter.typeName().isEmpty() || line.type().name().equals(filter.typeName()))
                .filter(line -> IndicatorSearch.matches(line, wanted))
                .toList();
    }

    private LocalDate day(Filter filter) {
        return Objects.requireNonNullElseGet(filter.on(), () -> LocalDate.now(clock));
    }

    /** What the address asks for. */
    public record Filter(
            @Nullable String group,
            @Nullable String type,
            @Nullable String q,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate on) {

        public String groupCode() {
            return Objects.requireNonNullElse(group, "");
        }

        public String typeName() {
            return Objects.requireNonNullElse(type, "");
        }

        public String text() {
            return Objects.requireNonNullElse(q, "").strip();
        }

        public boolean empty() {
            return groupCode().isEmpty() && typeName().isEmpty() && text().isEmpty() && on == null;
        }
    }

    public record ListPage(
            Filter filter,
            LocalDate day,
            Map<String, String> groups,
            List<Indicator> lines,
            Map<String, String> types,
            String query,
            boolean mayEdit) {}

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
            String next,
            String today) {

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
}
