package org.giaoban.indicators;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.kernel.Period;
import org.giaoban.organization.TreeChoices;
import org.giaoban.organization.TreeView;
import org.giaoban.platform.ForEveryone;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.TableExport;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Tables of figures, and the passport of one. */
@Controller
class FigureController {

    private final Analysis analysis;
    private final Passports passports;
    private final UnlistedFigures unlisted;
    private final ObjectProvider<FigureRemarks> remarks;

    FigureController(
            Analysis analysis, Passports passports, UnlistedFigures unlisted, ObjectProvider<FigureRemarks> remarks) {
        this.analysis = analysis;
        this.passports = passports;
        this.unlisted = unlisted;
        this.remarks = remarks;
    }

    @GetMapping("/figures")
    @Requires(Capability.FIGURES_READ)
    String start() {
        return "redirect:" + analysis.start();
    }

    @GetMapping("/figures/{unitCode}/{period}")
    @Requires(Capability.FIGURES_READ)
    ModelAndView table(
            @PathVariable String unitCode, @PathVariable String period, Filter filter, HttpServletRequest request) {
        var page = analysis.page(unitCode, period(period), filter, Words.query(request));
        return new ModelAndView("indicators/figures", "page", page);
    }

    @GetMapping(value = "/figures/{unitCode}/{period}", params = "format")
    @Requires(Capability.FIGURES_READ)
    ResponseEntity<byte[]> export(
            @PathVariable String unitCode, @PathVariable String period, Filter filter, @RequestParam String format) {
        var page = analysis.page(unitCode, period(period), filter, "");
        var headers = List.of(
                Texts.text("indicators.column.code"),
                Texts.text("indicators.column.name"),
                Texts.text("indicators.column.unit"),
                page.tree().noted(Texts.text("indicators.column.actual")),
                Texts.text("indicators.column.plan"),
                Texts.text("indicators.column.pace"),
                Texts.text("indicators.column.standing"),
                Texts.text("indicators.column.last-year"),
                Texts.text("indicators.column.previous"),
                CountsText.heading(),
                Texts.text("indicators.column.lowest"));
        var name = Texts.text("indicators.figures.file", unitCode, page.period().code());
        return new TableExport(
                        name,
                        headers,
                        page.lines().stream().map(Analysis::cells).toList())
                .as(format);
    }

    @GetMapping("/figures/{unitCode}/{indicator}/{period}")
    @Requires(Capability.FIGURES_READ)
    ModelAndView passport(
            @PathVariable String unitCode,
            @PathVariable String indicator,
            @PathVariable String period,
            @RequestParam(required = false) @Nullable String tree,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String fragment) {
        var none = unlisted.of(unitCode, indicator, period(period));
        if (none.isPresent()) {
            return new ModelAndView(
                    fragment == null ? "indicators/unlisted" : "indicators/unlistedglance", "page", none.get());
        }
        var passport = passports.of(unitCode, indicator, period(period), TreeView.of(tree));
        var page = new PassportPage(passport, Series.of(passport));
        return fragment == null
                ? new ModelAndView("indicators/passport", Map.of("page", page, "remarks", remarks(passport)))
                : new ModelAndView("indicators/glance", "page", page);
    }

    private List<FigureRemarks.Remark> remarks(Passport passport) {
        var own = passport.behind().own();
        var units = own.stream().map(value -> value.unit().id()).toList();
        var periods = own.stream().map(Passport.Value::period).distinct().toList();
        String code = passport.line().indicator().code();
        return remarks.stream()
                .flatMap(source -> source.about(code, units, periods).stream())
                .toList();
    }

    @GetMapping("/figures/frozen/{id}")
    @ForEveryone(office = true)
    ModelAndView frozen(@PathVariable UUID id) {
        return new ModelAndView("indicators/frozen", "page", passports.published(id));
    }

    private static Period period(String code) {
        try {
            return Period.parse(code);
        } catch (IllegalArgumentException notAPeriod) {
            throw new NotFound(code);
        }
    }

    /** What the address asks for. */
    public record Filter(
            @Nullable String group,
            @Nullable String standing,
            @Nullable String all,
            @Nullable String tree) {

        public String groupCode() {
            return Objects.requireNonNullElse(group, "");
        }

        public String standingName() {
            return Objects.requireNonNullElse(standing, "");
        }

        /** Also indicators of which nobody said anything and for which nothing is planned. */
        public boolean withEmpty() {
            return all != null;
        }

        public boolean empty() {
            return groupCode().isEmpty() && standingName().isEmpty() && all == null;
        }
    }

    public record PassportPage(Passport passport, Series series) {}

    /** The table of a unit's figures of a period. */
    public record TablePage(
            org.giaoban.organization.Unit unit,
            List<org.giaoban.organization.Unit> above,
            Period period,
            TreeChoices.Choice tree,
            Map<String, String> periods,
            Filter filter,
            Map<String, String> groups,
            List<FigureLine> lines,
            Map<String, String> standings,
            String query) {

        public String plainHref() {
            return "/figures/" + unit.code() + "/" + period.code();
        }

        public String here() {
            return tree.view().on(plainHref());
        }

        public boolean estimated() {
            return lines.stream().anyMatch(FigureLine::estimated);
        }

        /** Group code to its lines, without empty groups. */
        public Map<String, List<FigureLine>> byGroup() {
            var byGroup = new LinkedHashMap<String, List<FigureLine>>();
            for (var line : lines) {
                byGroup.computeIfAbsent(line.indicator().group(), code -> new java.util.ArrayList<>())
                        .add(line);
            }
            return byGroup;
        }
    }
}
