package org.giaoban.portal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.indicators.FigureLine;
import org.giaoban.indicators.Figures;
import org.giaoban.indicators.Indicator;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Mandate;
import org.giaoban.organization.Mandates;
import org.giaoban.organization.Organization;
import org.giaoban.organization.TreeView;
import org.giaoban.organization.Unit;
import org.giaoban.people.People;
import org.giaoban.proofreading.Facts;
import org.giaoban.proofreading.KnownFigure;
import org.giaoban.proofreading.Official;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the register knows about a unit around a day: who holds which post, and the figures a text is likely to print. */
@Component
@Transactional(readOnly = true)
class KnownFacts {

    private static final int UNITS = 400;
    private static final char BAR = '|';

    /** Beside every figure stands last year's, and periods begin with 1900. */
    private static final int EARLIEST = 1902;

    private final Organization organization;
    private final Mandates mandates;
    private final People people;
    private final Figures figures;
    private final Access access;

    private record About(ArticleProof.Matter matter, Set<Period> named, boolean figures) {}

    /** Somebody who types is read again every second; the register may be a minute old. */
    private final Cache<About, Facts> remembered = Caffeine.newBuilder()
            .maximumSize(200)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    KnownFacts(Organization organization, Mandates mandates, People people, Figures figures, Access access) {
        this.organization = organization;
        this.mandates = mandates;
        this.people = people;
        this.figures = figures;
        this.access = access;
    }

    /** {@code named}: periods the text itself speaks of, besides those around the day. */
    Facts of(ArticleProof.Matter matter, Set<Period> named) {
        var about = new About(matter, named, access.allows(Capability.FIGURES_READ, matter.unit()));
        return Objects.requireNonNull(remembered.get(about, this::look));
    }

    private Facts look(About about) {
        return new Facts(
                officials(about.matter().unit(), about.matter().day()), about.figures() ? figures(about) : List.of());
    }

    /** Of the unit, of those above it and of those right below. */
    private List<Official> officials(UnitId unit, LocalDate day) {
        var units = Stream.concat(
                        Stream.concat(
                                Stream.of(unit),
                                organization.ancestors(unit, day).stream().map(Unit::id)),
                        organization.children(unit, day).stream().map(Unit::id))
                .distinct()
                .limit(UNITS)
                .toList();
        var held = mandates.in(units, day);
        var names = people.names(held.stream().map(Mandate::person).distinct().toList());
        return held.stream()
                .filter(each -> names.containsKey(each.person()))
                .map(each -> new Official(Objects.requireNonNull(names.get(each.person())), each.title()))
                .toList();
    }

    private List<KnownFigure> figures(About about) {
        var known = new ArrayList<KnownFigure>();
        for (var period : periods(about)) {
            for (var line : figures.table(about.matter().unit(), period, TreeView.AS_WAS)) {
                known(line, period, about.matter().language()).ifPresent(known::add);
            }
        }
        return known;
    }

    /** The month before and this one, each also from the first of January, and those named; older ones have no figures. */
    private static List<Period> periods(About about) {
        var month = Period.monthOf(about.matter().day());
        var before = month.previous();
        return Stream.concat(Stream.of(before, before.yearToDate(), month, month.yearToDate()), about.named().stream())
                .filter(period -> period.year() >= EARLIEST)
                .distinct()
                .toList();
    }

    private static java.util.Optional<KnownFigure> known(FigureLine line, Period period, Locale language) {
        var indicator = line.indicator();
        return line.actual()
                .figure()
                .amount()
                .filter(value -> value.signum() != 0)
                .map(value -> new KnownFigure(
                        indicator.code() + BAR + period.code(),
                        english(language)
                                ? indicator.wording().nameEn()
                                : indicator.wording().nameVi(),
                        period.label(language),
                        rounded(value),
                        indicator.type() == Indicator.Type.PERCENT));
    }

    private static boolean english(Locale language) {
        return language.getLanguage().equals(Locale.ENGLISH.getLanguage());
    }

    private static BigDecimal rounded(BigDecimal value) {
        return value.scale() <= 2 ? value : value.setScale(2, RoundingMode.HALF_UP);
    }

    /** A known figure's key taken apart again. */
    record Key(String indicator, Period period) {

        static Key of(String key) {
            var bar = key.indexOf(BAR);
            return new Key(key.substring(0, bar), Period.parse(key.substring(bar + 1)));
        }
    }
}
