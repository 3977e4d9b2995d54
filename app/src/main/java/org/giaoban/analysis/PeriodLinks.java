package org.giaoban.analysis;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.giaoban.documents.Terms.Term;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.Period.Kind;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * The periods that end with the same month, by name and address.
 *
 * @param usual month, quarter, year so far, year
 * @param others everything else people ask for: 4, 6 and 9 months, the last months, the term
 */
record PeriodLinks(String active, Map<String, String> usual, Map<String, String> others, String previous, String next) {

    private static final int[] SINCE_JANUARY = {4, 6, 9};
    private static final int[] LAST = {3, 6, 12};

    static PeriodLinks of(Period period, LocalDate today, @Nullable Term term, Function<Period, String> href) {
        var month = lastMonth(period, today);
        var usual = new LinkedHashMap<String, String>();
        put(usual, month, href);
        put(usual, Period.quarter(month.year(), (month.ordinal() + 2) / 3), href);
        put(usual, month.yearToDate(), href);
        put(usual, Period.ofYear(month.year()), href);
        var others = new LinkedHashMap<String, String>();
        for (var months : SINCE_JANUARY) {
            put(others, Period.parse(month.year() + "-" + months + "M"), href);
        }
        put(others, new Period(Kind.HALF, month.year(), 2), href);
        for (var months : LAST) {
            others.put(
                    href.apply(Period.stretch(month, months)),
                    Texts.text("analysis.period.last", months, label(Period.stretch(month, months))));
        }
        if (term != null) {
            term.soFar(month)
                    .ifPresent(soFar -> others.put(
                            href.apply(soFar), Texts.text("analysis.period.term", term.code(), label(soFar))));
        }
        var active = href.apply(period);
        if (!usual.containsKey(active)) {
            usual.put(active, label(period));
        }
        return new PeriodLinks(active, usual, others, href.apply(period.previous()), href.apply(period.next()));
    }

    /** The last month of the period that is over; of one still ahead its last. */
    static Period lastMonth(Period period, LocalDate today) {
        var last = period.months().getLast();
        var over = Period.monthOf(today).previous();
        return last.compareTo(over) > 0 && period.contains(over) ? over : last;
    }

    private static void put(Map<String, String> links, Period period, Function<Period, String> href) {
        links.put(href.apply(period), label(period));
    }

    static String label(Period period) {
        return period.label(LocaleContextHolder.getLocale());
    }
}
