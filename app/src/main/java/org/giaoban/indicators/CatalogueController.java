package org.giaoban.indicators;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.audit.AuditEntry;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.platform.Flash;
import org.giaoban.platform.Formats;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.giaoban.platform.TableExport;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The catalogue of indicators: list, one indicator, a new version of it. */
@Controller
class CatalogueController {

    private final Indicators indicators;
    private final Access access;
    private final Flash flash;
    private final Clock clock;

    CatalogueController(Indicators indicators, Access access, Flash flash, Clock clock) {
        this.indicators = indicators;
        this.access = access;
        this.flash = flash;
        this.clock = clock;
    }

    @GetMapping("/indicators")
    @Requires({Capability.FIGURES_READ, Capability.CATALOGUE_EDIT})
    ModelAndView list(Filter filter, HttpServletRequest request) {
        var page = new ListPage(
                filter, day(filter), indicators.groups(), found(filter), Words.typeNames(), Words.query(request));
        return new ModelAndView("indicators/list", "page", page);
    }

    @GetMapping(value = "/indicators", params = "format")
    @Requires({Capability.FIGURES_READ, Capability.CATALOGUE_EDIT})
    ResponseEntity<byte[]> export(Filter filter, @RequestParam String format) {
        var groups = indicators.groups();
        var headers = List.of(
                Texts.text("indicators.column.code"),
                Texts.text("indicators.column.group"),
                Texts.text("indicators.column.name"),
                Texts.text("indicators.column.unit"),
                Texts.text("indicators.column.type"),
                Texts.text("indicators.column.over-units"),
                Texts.text("indicators.column.over-time"),
                Texts.text("indicators.column.direction"),
                Texts.text("indicators.column.formula"),
                Texts.text("indicators.column.periods"),
                Texts.text("indicators.column.from"));
        var rows = found(filter).stream()
                .map(line -> List.of(
                        line.code(),
                        groups.getOrDefault(line.group(), ""),
                        line.name(),
                        line.unitOfMeasure(),
                        Words.type(line),
                        Words.overUnits(line),
                        Words.overTime(line),
                        Words.direction(line),
                        Words.formula(line),
                        Words.periods(line),
                        line.edition().valid().from()))
                .toList();
        return new TableExport(Texts.text("indicators.list.file"), headers, rows).as(format);
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
                access.allowsAnywhere(Capability.CATALOGUE_EDIT));
        return new ModelAndView("indicators/show", "page", page);
    }

    private Map<String, String> says(List<CheckRule> checks) {
        var words = new CheckWords(indicators.catalogue(LocalDate.now(clock)).stream()
                .collect(Collectors.toMap(Indicator::code, Indicator::name)));
        return checks.stream().collect(Collectors.toMap(CheckRule::code, check -> words.sentence(check.relation())));
    }

    @GetMapping("/indicators/{code}/edit")
    @Requires(Capability.CATALOGUE_EDIT)
    ModelAndView edit(@PathVariable String code) {
        var latest = indicators.versions(code).getLast();
        var next = LocalDate.now(clock).plusMonths(1).withDayOfMonth(1);
        return form(latest, IndicatorForm.of(latest, next), Map.of());
    }

    @PostMapping("/indicators/{code}/versions")
    @Requires(Capability.CATALOGUE_EDIT)
    ModelAndView revise(@PathVariable String code, @ModelAttribute IndicatorForm form) {
        var latest = indicators.versions(code).getLast();
        var errors = new LinkedHashMap<>(form.errors());
        if (errors.isEmpty()) {
            try {
                indicators.revise(form.on(latest), form.start());
                flash.ok("indicators.edit.done", code, Formats.date(form.start()));
                return new ModelAndView("redirect:/indicators/" + code);
            } catch (Refused refused) {
                errors.put("from", refused.text());
            }
        }
        return form(latest, form, errors);
    }

    private ModelAndView form(Indicator latest, IndicatorForm form, Map<String, String> errors) {
        var page = new EditPage(latest, form, errors, Words.typeNames(), Words.directionNames());
        var view = new ModelAndView("indicators/edit", "page", page);
        view.setStatus(errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
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
            String query) {}

    public record ShowPage(
            Indicator line,
            String group,
            List<Indicator> versions,
            List<CheckRule> checks,
            Map<String, String> says,
            List<AuditEntry> history,
            String tab,
            boolean mayEdit) {}

    public record EditPage(
            Indicator line,
            IndicatorForm form,
            Map<String, String> errors,
            Map<String, String> types,
            Map<String, String> directions) {}
}
