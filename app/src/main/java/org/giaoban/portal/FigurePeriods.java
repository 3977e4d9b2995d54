package org.giaoban.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.giaoban.documents.Terms;
import org.giaoban.documents.Terms.Term;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.organization.Organization;
import org.giaoban.organization.Unit;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Texts;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The periods whose figures an article may print: those it most likely speaks of to choose from, any other by its name. */
@Component
@Transactional(readOnly = true)
class FigurePeriods {

    private static final int MONTHS = 12;
    private static final int QUARTERS = 4;
    private static final int YEARS = 5;
    private static final int LONGEST_TERM = 10;
    private static final Pattern TERM = Pattern.compile("(?:nhiem ky|term) +((?:19|20)\\d\\d) *- *((?:19|20)\\d\\d)");

    private final Organization organization;
    private final Terms terms;
    private final Clock clock;

    FigurePeriods(Organization organization, Terms terms, Clock clock) {
        this.organization = organization;
        this.terms = terms;
        this.clock = clock;
    }

    /** By code: the last month, the year so far, quarters, since January, years, the term so far, older months. */
    Map<String, String> usual(UnitId unit) {
        var choices = new LinkedHashMap<String, String>();
        likely().forEach(each -> choices.put(each.code(), label(each)));
        var last = lastMonth();
        term(unit, last.lastDay())
                .ifPresent(term -> term.soFar(last)
                        .ifPresent(soFar ->
                                choices.put(soFar.code(), Texts.text("portal.find.term", term.code(), label(soFar)))));
        back(last.previous(), MONTHS).forEach(each -> choices.put(each.code(), label(each)));
        return choices;
    }

    private List<Period> likely() {
        var last = lastMonth();
        var periods = new ArrayList<Period>(List.of(last, last.yearToDate()));
        var thisQuarter = Period.quarter(last.year(), (last.ordinal() + 2) / 3);
        periods.addAll(back(over(thisQuarter, last), QUARTERS));
        for (var year : List.of(last.year(), last.year() - 1)) {
            Stream.of("-4M", "-6M", "-9M", "-H2")
                    .map(part -> Period.parse(year + part))
                    .filter(each -> !each.until().isAfter(last.until()))
                    .forEach(periods::add);
        }
        periods.addAll(back(over(Period.ofYear(last.year()), last), YEARS));
        return periods;
    }

    private static Period over(Period period, Period last) {
        return period.until().isAfter(last.until()) ? period.previous() : period;
    }

    private static List<Period> back(Period newest, int many) {
        return Stream.iterate(newest, Period::previous).limit(many).toList();
    }

    private Period lastMonth() {
        return Period.monthOf(LocalDate.now(clock)).previous();
    }

    /** Refused when it is no period that has begun. */
    Period of(UnitId unit, String chosen) {
        return find(unit, chosen).orElseThrow(() -> new Refused("portal.figure.no-such-period", chosen));
    }

    /** A code out of the list or what somebody typed; empty when it is no period that has begun. */
    Optional<Period> find(UnitId unit, String chosen) {
        return term(unit, chosen)
                .or(() -> TypedPeriod.read(chosen))
                .filter(each -> !each.from().isAfter(LocalDate.now(clock)));
    }

    /** "nhiệm kỳ 2015-2020" is the term of the unit or of one above it, which begins on a day of its own. */
    private Optional<Period> term(UnitId unit, String chosen) {
        var named = TERM.matcher(VietnameseText.fold(chosen).strip());
        if (!named.matches()) {
            return Optional.empty();
        }
        var first = Integer.parseInt(named.group(1));
        var last = Math.min(Integer.parseInt(named.group(2)), first + LONGEST_TERM);
        return IntStream.rangeClosed(first, last)
                .mapToObj(year -> term(unit, LocalDate.of(year, 12, 31)))
                .flatMap(Optional::stream)
                .filter(term ->
                        term.code().startsWith(named.group(1)) && term.code().endsWith(named.group(2)))
                .findFirst()
                .flatMap(term -> term.soFar(earlier(Period.monthOf(term.until().minusDays(1)), lastMonth())));
    }

    private static Period earlier(Period one, Period other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private Optional<Term> term(UnitId unit, LocalDate day) {
        var today = LocalDate.now(clock);
        var way = Stream.concat(
                        Stream.of(unit),
                        organization.ancestors(unit, today).reversed().stream().map(Unit::id))
                .toList();
        var known = terms.on(way, day);
        return way.stream().filter(known::containsKey).map(known::get).findFirst();
    }

    static String label(Period period) {
        return period.label(LocaleContextHolder.getLocale());
    }
}
