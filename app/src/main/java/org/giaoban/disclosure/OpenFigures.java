package org.giaoban.disclosure;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.giaoban.indicators.FrozenFigure;
import org.giaoban.indicators.Indicator;
import org.giaoban.indicators.Indicators;
import org.giaoban.kernel.Figure;
import org.giaoban.organization.Organization;
import org.giaoban.platform.Formats;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.SettingStore;
import org.giaoban.platform.SiteAddress;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The released series with their frozen figures. */
@Service
@Transactional(readOnly = true)
class OpenFigures {

    /** Whoever uses the figures names the agency. */
    static final String LICENCE = "https://creativecommons.org/licenses/by/4.0/";

    private static final int MOST = 200;

    private final ReleasedRepository released;
    private final SeriesFigures series;
    private final Indicators indicators;
    private final Organization organization;
    private final SettingStore settings;
    private final SiteAddress site;
    private final Clock clock;

    OpenFigures(
            ReleasedRepository released,
            SeriesFigures series,
            Indicators indicators,
            Organization organization,
            SettingStore settings,
            SiteAddress site,
            Clock clock) {
        this.released = released;
        this.series = series;
        this.indicators = indicators;
        this.organization = organization;
        this.settings = settings;
        this.site = site;
        this.clock = clock;
    }

    /** What stands above the figures. */
    public record Head(
            String slug,
            String title,
            String code,
            String name,
            String definition,
            String measure,
            String unit,
            String note,
            String released) {

        public String href() {
            return "/so-lieu-cong-khai/" + slug;
        }
    }

    record Whole(Released item, Head head, Indicator indicator, List<FrozenFigure> figures, String publisher) {

        boolean bars() {
            return !indicator.rate() && indicator.rule().overTime() == Indicator.OverTime.SUM;
        }
    }

    /** A series as programs read it. */
    OpenSeries open(String slug) {
        var whole = get(slug);
        var head = whole.head();
        return new OpenSeries(
                head.title(),
                whole.publisher(),
                LICENCE,
                site.of(head.href()),
                head.code(),
                head.definition(),
                head.measure(),
                head.unit(),
                whole.item().at(),
                whole.figures().stream().map(this::value).toList());
    }

    /** A figure with the whole address of its passport. */
    OpenSeries.Value value(FrozenFigure each) {
        return OpenSeries.Value.of(each, site.of("/so-lieu/" + each.id()));
    }

    static Object orNothing(@Nullable BigDecimal value) {
        return value == null ? "" : value;
    }

    static OpenFigureController.Row row(FrozenFigure each) {
        var plain = each.figure() instanceof Figure.Present present
                ? present.value().toPlainString()
                : "";
        return new OpenFigureController.Row(
                each.ref().period().label(LocaleContextHolder.getLocale()),
                each.text(),
                plain,
                "/so-lieu/" + each.id(),
                Formats.date(each.asOf()));
    }

    private String siteName() {
        return settings.value("site.name", Texts.text("platform.site.name"));
    }

    Whole get(String slug) {
        var item = released.bySlug(Kind.SERIES, slug).orElseThrow(() -> new NotFound(slug));
        var figures = series.of(item.id());
        var code = item.facts().text("indicator");
        var indicator = indicators.get(code, LocalDate.now(clock));
        var unit =
                organization.names(List.of(item.unit()), LocalDate.now(clock)).getOrDefault(item.unit(), "");
        var head = new Head(
                slug,
                item.title(),
                code,
                indicator.name(),
                indicator.definition(),
                indicator.unitOfMeasure(),
                unit,
                item.facts().told("note"),
                Formats.date(item.at()));
        return new Whole(item, head, indicator, figures, siteName());
    }

    /** Every series with its latest figure. */
    List<OpenFigureController.Line> lines() {
        return lines(released.inOrder(Kind.SERIES, ReleasedRepository.Asked.ANY, MOST));
    }

    List<OpenFigureController.Line> lines(List<Released> items) {
        var latest = series.latest(items.stream().map(Released::id).toList());
        var units =
                organization.names(items.stream().map(Released::unit).distinct().toList(), LocalDate.now(clock));
        return items.stream()
                .filter(item -> latest.containsKey(item.id()))
                .map(item ->
                        line(item, Objects.requireNonNull(latest.get(item.id())), units.getOrDefault(item.unit(), "")))
                .toList();
    }

    private static OpenFigureController.Line line(Released item, FrozenFigure last, String unit) {
        return new OpenFigureController.Line(
                "/so-lieu-cong-khai/" + item.slug(),
                item.title(),
                unit,
                last.text(),
                last.ref().period().label(LocaleContextHolder.getLocale()));
    }

    OpenCatalogue catalogue() {
        var sets = lines().stream()
                .map(line -> new OpenCatalogue.Dataset(
                        "dcat:Dataset",
                        line.href().substring(line.href().lastIndexOf('/') + 1),
                        line.title(),
                        LICENCE,
                        site.of(line.href()),
                        List.of(file(line, "text/csv", ".csv"), file(line, "application/json", ".json"))))
                .toList();
        return new OpenCatalogue(
                "https://project-open-data.cio.gov/v1.1/schema/catalog.jsonld",
                "dcat:Catalog",
                siteName(),
                siteName(),
                sets);
    }

    private OpenCatalogue.Distribution file(OpenFigureController.Line line, String type, String ending) {
        return new OpenCatalogue.Distribution("dcat:Distribution", type, site.of(line.href() + ending));
    }
}
