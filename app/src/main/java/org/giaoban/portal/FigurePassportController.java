package org.giaoban.portal;

import java.util.List;
import java.util.UUID;
import org.giaoban.indicators.FigureCorrections;
import org.giaoban.indicators.FrozenFigure;
import org.giaoban.indicators.Indicator;
import org.giaoban.indicators.Indicators;
import org.giaoban.indicators.Words;
import org.giaoban.organization.Organization;
import org.giaoban.platform.ForEveryone;
import org.giaoban.platform.Formats;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Texts;
import org.giaoban.portal.PublicFrame.Around;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.ModelAndView;

/** The public passport of a figure printed in an article: what it is, whose, of when, and whether it was corrected since. */
@Controller
class FigurePassportController {

    private final BoundFigures figures;
    private final PublicSite site;
    private final PublicFrame pages;
    private final Indicators indicators;
    private final Organization organization;
    private final FigureCorrections corrections;

    FigurePassportController(
            BoundFigures figures,
            PublicSite site,
            PublicFrame pages,
            Indicators indicators,
            Organization organization,
            FigureCorrections corrections) {
        this.corrections = corrections;
        this.figures = figures;
        this.site = site;
        this.pages = pages;
        this.indicators = indicators;
        this.organization = organization;
    }

    public record PassportPage(Around around, Passport passport, List<Teaser> texts) {}

    public record Passport(
            String href,
            String name,
            String definition,
            String formula,
            String value,
            String unitOfMeasure,
            String place,
            Told told) {}

    /**
     * Of what moment the figure is and of which day's units, how many it stands on, what the register says today, and how many
     * values behind it were corrected since; {@code last} is empty where none was.
     */
    public record Told(
            String asOf,
            String treeOn,
            int reported,
            int expected,
            boolean corrected,
            String now,
            int values,
            String last) {}

    @GetMapping("/so-lieu/{id}")
    @ForEveryone
    ModelAndView show(
            @PathVariable UUID id, @RequestHeader(name = "HX-Request", required = false) @Nullable String fragment) {
        if (!site.figurePublic(id)) {
            throw new NotFound(id);
        }
        var passport = passport(figures.find(id).orElseThrow(() -> new NotFound(id)));
        return fragment == null
                ? new ModelAndView(
                        "portal/figure", "page", new PassportPage(pages.around(null), passport, site.printing(id)))
                : new ModelAndView("portal/passport", "passport", passport);
    }

    private Passport passport(FrozenFigure frozen) {
        var ref = frozen.ref();
        var day = ref.period().lastDay();
        var indicator = indicators.get(ref.indicator(), day);
        var unit = organization.get(ref.unit(), day).name();
        var period = ref.period().label(LocaleContextHolder.getLocale());
        return new Passport(
                "/so-lieu/" + frozen.id(),
                indicator.name(),
                definition(indicator),
                Words.formula(indicator),
                frozen.text(),
                indicator.unitOfMeasure(),
                unit + " · " + period,
                told(frozen));
    }

    private Told told(FrozenFigure frozen) {
        var counts = figures.counts(frozen.ref());
        var reported = counts.present() + counts.partial() + counts.none() + counts.notApplicable();
        var since = corrections.of(frozen);
        return new Told(
                Formats.dateTime(frozen.asOf()),
                Formats.date(frozen.ref().period().lastDay()),
                reported,
                counts.expected(),
                frozen.corrected(),
                frozen.textNow(),
                since.values(),
                since.last() == null ? "" : Formats.dateTime(since.last()));
    }

    private static String definition(Indicator indicator) {
        var wording = indicator.wording();
        return Texts.language().equals("en") ? wording.definitionEn() : wording.definitionVi();
    }
}
