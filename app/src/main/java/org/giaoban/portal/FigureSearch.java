package org.giaoban.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.indicators.FigureLine;
import org.giaoban.indicators.Figures;
import org.giaoban.indicators.FrozenFigure;
import org.giaoban.indicators.Indicator;
import org.giaoban.indicators.Indicators;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.organization.Organization;
import org.giaoban.organization.TreeView;
import org.giaoban.organization.Unit;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds figures for an article by words of the indicator's name or its code, for one unit and one period. */
@Service
@Transactional
class FigureSearch {

    private static final int UNITS = 300;
    private static final int MOST = 12;

    private final Articles articles;
    private final BoundFigures bound;
    private final FigurePeriods periods;
    private final Figures figures;
    private final Indicators indicators;
    private final Organization organization;
    private final Access access;
    private final Clock clock;

    FigureSearch(
            Articles articles,
            BoundFigures bound,
            FigurePeriods periods,
            Figures figures,
            Indicators indicators,
            Organization organization,
            Access access,
            Clock clock) {
        this.articles = articles;
        this.bound = bound;
        this.periods = periods;
        this.figures = figures;
        this.indicators = indicators;
        this.organization = organization;
        this.access = access;
        this.clock = clock;
    }

    /**
     * What is looked for; nothing chosen is the article's own unit and the month before.
     *
     * @param typed another period than those of the list, in words; counts before the chosen one
     */
    record Wanted(String words, String unit, String period, String typed) {

        String when() {
            return typed.isBlank() ? period : typed.strip();
        }
    }

    public record SearchPage(
            String href,
            String title,
            String words,
            Map<String, String> units,
            String unit,
            Map<String, String> periods,
            String period,
            String typed,
            @Nullable String wrong,
            List<Found> found) {}

    /** A figure ready to be inserted. */
    public record Found(String indicator, String name, String text, boolean there) {}

    /** The period that was meant and its figures, or what is wrong with it. */
    private record Shown(String period, @Nullable String wrong, List<Found> found) {}

    @Transactional(readOnly = true)
    SearchPage page(ArticleId id, Wanted wanted) {
        var whole = articles.writable(id);
        var own = whole.article().unit();
        var units = units(own);
        var usual = periods.usual(own);
        var unit = units.containsKey(wanted.unit())
                ? wanted.unit()
                : units.keySet().iterator().next();
        var shown = shown(own, unit, wanted, usual.keySet().iterator().next());
        usual.computeIfAbsent(shown.period(), code -> FigurePeriods.label(Period.parse(code)));
        return new SearchPage(
                "/articles/" + id,
                whole.version().story().title(),
                wanted.words(),
                units,
                unit,
                usual,
                shown.period(),
                wanted.typed(),
                shown.wrong(),
                shown.found());
    }

    private Shown shown(UnitId own, String unit, Wanted wanted, String first) {
        var when = wanted.when().isEmpty() ? first : wanted.when();
        return periods.find(own, when)
                .map(period -> new Shown(period.code(), null, found(wanted.words(), unit(unit), period)))
                .orElseGet(() -> new Shown(first, Texts.text("portal.figure.no-such-period", when), List.of()));
    }

    /** The article's unit and those right below it. */
    private Map<String, String> units(UnitId unit) {
        var today = LocalDate.now(clock);
        var units = new LinkedHashMap<String, String>();
        units.put(unit.toString(), organization.get(unit, today).name());
        organization.children(unit, today).stream()
                .filter(each -> access.allows(Capability.FIGURES_READ, each.id()))
                .limit(UNITS)
                .forEach((Unit each) -> units.put(each.id().toString(), each.name()));
        return units;
    }

    private List<Found> found(String words, UnitId unit, Period period) {
        if (words.isBlank() || !access.allows(Capability.FIGURES_READ, unit)) {
            return List.of();
        }
        var folded = VietnameseText.fold(words).strip().split("\\s+");
        var codes = indicators.catalogue(period.lastDay()).stream()
                .filter(each -> each.type() != Indicator.Type.TEXT)
                .filter(each -> fits(VietnameseText.fold(each.code() + " " + each.name()), folded))
                .map(Indicator::code)
                .limit(MOST)
                .toList();
        return codes.isEmpty()
                ? List.of()
                : figures.rows(unit, period, codes, TreeView.AS_WAS).stream()
                        .map(FigureSearch::found)
                        .toList();
    }

    private static boolean fits(String name, String[] words) {
        for (var word : words) {
            if (!name.contains(word)) {
                return false;
            }
        }
        return true;
    }

    private static Found found(FigureLine line) {
        var indicator = line.indicator();
        return new Found(
                indicator.code(),
                indicator.name(),
                line.actual().text(indicator),
                line.actual().figure().present());
    }

    /** Freezes the chosen figure for the article. */
    FrozenFigure take(ArticleId id, String unit, String indicator, String period) {
        var own = articles.writable(id).article().unit();
        if (!units(own).containsKey(unit) || indicator.isBlank() || period.isBlank()) {
            throw new Refused("portal.figure.choose");
        }
        return bound.take(unit(unit), indicator, periods.of(own, period));
    }

    /** Freezes a figure of the article's own unit. */
    FrozenFigure take(ArticleId id, @Nullable String indicator, @Nullable String period) {
        var own = articles.writable(id).article().unit();
        if (indicator == null || indicator.isBlank() || period == null || period.isBlank()) {
            throw new Refused("portal.figure.choose");
        }
        return bound.take(own, indicator, periods.of(own, period));
    }

    void append(ArticleId id, String unit, String indicator, String period) {
        articles.append(id, take(id, unit, indicator, period));
    }

    private static UnitId unit(String id) {
        return new UnitId(UUID.fromString(id));
    }
}
