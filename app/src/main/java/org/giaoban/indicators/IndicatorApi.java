package org.giaoban.indicators;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.kernel.Absence;
import org.giaoban.kernel.Figure;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.Qualifier;
import org.giaoban.organization.TreeView;
import org.giaoban.platform.Slice;
import org.giaoban.platform.Texts;
import org.giaoban.platform.api.Api;
import org.giaoban.platform.api.Described;
import org.giaoban.platform.api.PageAsked;
import org.giaoban.platform.api.Unprocessable;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The catalogue and the figures for programs. */
@Api
class IndicatorApi {

    private final Indicators indicators;
    private final RelationDesk relations;
    private final Owning owning;
    private final FigureReading figures;
    private final Clock clock;

    IndicatorApi(Indicators indicators, RelationDesk relations, Owning owning, FigureReading figures, Clock clock) {
        this.indicators = indicators;
        this.relations = relations;
        this.owning = owning;
        this.figures = figures;
        this.clock = clock;
    }

    /** What is counted, as the catalogue words it on a day. */
    public record IndicatorShown(
            String code,
            String name,
            String group,
            @Described("indicators.api.measure") String unitOfMeasure,
            String definition,
            Indicator.Type type,
            @Described("indicators.api.over-units") Indicator.OverUnits overUnits,
            @Described("indicators.api.over-time") Indicator.OverTime overTime,
            Indicator.Direction direction,
            int decimals,
            @Described("indicators.api.numerator") @Nullable String numerator,

            @Described("indicators.api.denominator") @Nullable
            String denominator,

            Set<String> periods,
            @Described("indicators.api.reporter") ReporterShown reporter,
            @Described("indicators.api.parts") List<IndicatorPartShown> parts,
            int version,
            LocalDate from,
            @Nullable LocalDate until) {}

    /** Who reports an indicator: units of these kinds, by whoever holds the capability there; no kinds, the system counts it. */
    public record ReporterShown(String code, String name, List<String> unitKinds, List<String> capabilities) {

        static ReporterShown of(Reporter reporter, LocalDate day) {
            var kinds = reporter.on(day);
            return new ReporterShown(
                    reporter.code(),
                    reporter.name(),
                    kinds.stream().map(Reporter.Kind::unitKind).toList(),
                    kinds.stream().map(Reporter.Kind::capability).distinct().toList());
        }
    }

    /** An indicator that counts a part of another; with a cut, all parts of that cut together are the whole. */
    public record IndicatorPartShown(String indicator, IndicatorRelation.Kind kind, String cut) {}

    /** One figure of one unit and period, rolled up over its tree as it was on the period's last day, or as it is today. */
    public record FigureShown(
            @Described("indicators.api.unit") String unit,
            String indicator,
            @Described("indicators.api.period") String period,
            @Described("indicators.api.value") @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Described("indicators.api.qualifier") @Nullable Qualifier qualifier,
            @Described("indicators.api.absence") @Nullable Absence absence,
            FigureCounts counts,
            @Described("indicators.api.target") @Nullable BigDecimal yearTarget,
            @Described("indicators.api.version") long version) {

        static FigureShown of(String unit, Period period, FigureLine line) {
            var figure = line.actual().figure();
            var present = figure instanceof Figure.Present there ? there : null;
            return new FigureShown(
                    unit,
                    line.indicator().code(),
                    period.code(),
                    present == null ? null : present.value(),
                    present == null ? null : present.numerator(),
                    present == null ? null : present.denominator(),
                    present == null ? null : present.qualifier(),
                    figure instanceof Figure.Missing missing ? missing.absence() : null,
                    FigureCounts.of(line.actual().counts()),
                    line.plan().year(),
                    line.actual().version());
        }
    }

    /** The units behind a figure. */
    public record FigureCounts(
            @Described("indicators.api.expected") int expected,
            @Described("indicators.api.received") int received,
            @Described("indicators.api.accepted") int accepted,
            int present,
            @Described("indicators.api.partial") int partial,
            @Described("indicators.api.none") int none,
            @Described("indicators.api.not-applicable") int notApplicable) {

        static FigureCounts of(FigureLine.Counts counts) {
            return new FigureCounts(
                    counts.expected(),
                    counts.received(),
                    counts.accepted(),
                    counts.present(),
                    counts.partial(),
                    counts.none(),
                    counts.notApplicable());
        }
    }

    @GetMapping("/indicators")
    @Requires({Capability.FIGURES_READ, Capability.CATALOGUE_EDIT})
    @Described("indicators.api.list")
    Slice<IndicatorShown> list(
            @RequestParam(required = false) @Described("indicators.api.as-of") @Nullable LocalDate asOf,
            @RequestParam(defaultValue = PageAsked.USUAL) @Described("platform.api.described.limit") int limit,
            @RequestParam(required = false) @Described("platform.api.described.after") @Nullable String after) {
        var page = PageAsked.of(limit, after);
        var day = Objects.requireNonNullElseGet(asOf, () -> LocalDate.now(clock));
        var found = behind(indicators.catalogue(day), page.after());
        var slice = page.slice(found.stream().limit(limit + 1L).toList(), Indicator::code);
        var parts = relations.all().stream()
                .filter(relation -> relation.valid().contains(day))
                .collect(Collectors.groupingBy(
                        IndicatorRelation::whole,
                        Collectors.mapping(
                                part -> new IndicatorPartShown(
                                        part.part(), part.kind(), part.cut().text()),
                                Collectors.toList())));
        return new Slice<>(
                slice.items().stream()
                        .map(line -> shown(line, day, parts.getOrDefault(line.code(), List.of())))
                        .toList(),
                slice.next());
    }

    @GetMapping("/figures")
    @Requires(Capability.FIGURES_READ)
    @Described("indicators.api.figures")
    Slice<FigureShown> figures(
            @RequestParam @Described("indicators.api.unit") String unit,
            @RequestParam @Described("indicators.api.period") String period,
            @RequestParam(required = false) @Described("indicators.api.only") @Nullable List<String> indicator,
            @RequestParam(defaultValue = "as-was") @Described("indicators.api.view") String view) {
        var codes = indicator == null ? List.<String>of() : indicator;
        return new Slice<>(figures.of(unit, period(period), codes, view(view)), null);
    }

    private static TreeView view(String word) {
        return switch (word) {
            case "as-was" -> TreeView.AS_WAS;
            case "as-today" -> TreeView.AS_TODAY;
            default -> throw new Unprocessable("view", Texts.text("indicators.api.view-form"));
        };
    }

    private static List<Indicator> behind(List<Indicator> catalogue, @Nullable String code) {
        if (code == null) {
            return catalogue;
        }
        var at = catalogue.stream().map(Indicator::code).toList().indexOf(code);
        if (at < 0) {
            throw PageAsked.unknownCursor();
        }
        return catalogue.subList(at + 1, catalogue.size());
    }

    private IndicatorShown shown(Indicator indicator, LocalDate day, List<IndicatorPartShown> parts) {
        return new IndicatorShown(
                indicator.code(),
                indicator.name(),
                indicator.group(),
                indicator.unitOfMeasure(),
                indicator.definition(),
                indicator.type(),
                indicator.rule().overUnits(),
                indicator.rule().overTime(),
                indicator.direction(),
                indicator.decimals(),
                indicator.rule().numerator(),
                indicator.rule().denominator(),
                indicator.schedule().periods(),
                ReporterShown.of(owning.of(indicator), day),
                parts,
                indicator.edition().version(),
                indicator.edition().valid().from(),
                indicator.edition().valid().until());
    }

    private static Period period(String code) {
        try {
            return Period.parse(code);
        } catch (IllegalArgumentException notAPeriod) {
            throw new Unprocessable("period", Texts.text("indicators.api.period-form"));
        }
    }
}
