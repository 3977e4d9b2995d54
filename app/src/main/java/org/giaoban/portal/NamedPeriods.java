package org.giaoban.portal;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.giaoban.kernel.Period;
import org.giaoban.proofreading.Passage;

/** The months and years a text speaks of, so that its older figures are found too. */
final class NamedPeriods {

    private static final int MOST = 8;
    private static final Pattern MONTH =
            Pattern.compile("(?iu)tháng\\s+(0?[1-9]|1[0-2])(?!\\d)(?:\\s*/\\s*|\\s+năm\\s+)?((?:19|20)\\d\\d)?(?!\\d)");
    private static final Pattern YEAR = Pattern.compile("(?iu)năm\\s+((?:19|20)\\d\\d)(?!\\d)");

    private NamedPeriods() {}

    /** A month without its year is the last one of that name. */
    static Set<Period> in(List<Passage> passages, LocalDate today) {
        var periods = new LinkedHashSet<Period>();
        for (var passage : passages) {
            MONTH.matcher(passage.text()).results().limit(MOST).forEach(hit -> {
                var month = month(Integer.parseInt(hit.group(1)), hit.group(2), today);
                periods.add(month);
                periods.add(month.yearToDate());
            });
            YEAR.matcher(passage.text())
                    .results()
                    .limit(MOST)
                    .forEach(hit -> periods.add(Period.ofYear(Integer.parseInt(hit.group(1)))));
        }
        return periods.stream()
                .filter(period -> !period.lastDay().isAfter(today))
                .limit(MOST)
                .collect(java.util.stream.Collectors.toCollection(LinkedHashSet::new));
    }

    private static Period month(int month, String year, LocalDate today) {
        if (year != null) {
            return Period.month(Integer.parseInt(year), month);
        }
        return Period.month(month > today.getMonthValue() ? today.getYear() - 1 : today.getYear(), month);
    }
}
