package org.giaoban.indicators;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
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
    private final IndicatorPages pages;
    private final CatalogueDesk desk;
    private final Clock clock;

    CatalogueController(Indicators indicators, IndicatorPages pages, CatalogueDesk desk, Clock clock) {
        this.indicators = indicators;
        this.pages = pages;
        this.desk = desk;
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
        return pages.show(code, tab, pages.blank());
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
}
