package org.giaoban.indicators;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.Period;
import org.giaoban.organization.Organization;
import org.giaoban.organization.Unit;
import org.giaoban.platform.Formats;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Texts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What stands in the place of a passport for periods in which the catalogue has no such indicator. */
@Service
@Transactional(readOnly = true)
class UnlistedFigures {

    private final Indicators indicators;
    private final Organization organization;
    private final Access access;
    private final Clock clock;

    UnlistedFigures(Indicators indicators, Organization organization, Access access, Clock clock) {
        this.indicators = indicators;
        this.organization = organization;
        this.access = access;
        this.clock = clock;
    }

    /** A figure nobody can have, and the days on which the catalogue has its indicator. */
    public record Page(Unit unit, Indicator indicator, Period period, List<DateRange> listed) {

        /** "từ 01/01/2011 đến hết 31/12/2018; từ 01/4/2019". */
        public String days() {
            return String.join("; ", listed.stream().map(Page::days).toList());
        }

        private static String days(DateRange range) {
            var from = Formats.date(range.from());
            return range.lastDay()
                    .map(last -> Texts.text("indicators.unlisted.from-to", from, Formats.date(last)))
                    .orElseGet(() -> Texts.text("indicators.unlisted.from", from));
        }
    }

    /** Only where the catalogue has the indicator on other days. */
    Optional<Page> of(String unitCode, String code, Period period) {
        var unit = organization.idOf(unitCode);
        access.require(Capability.FIGURES_READ, unit);
        var versions = indicators.versions(code);
        var day = period.lastDay();
        if (versions.stream().anyMatch(version -> version.edition().valid().contains(day))) {
            return Optional.empty();
        }
        var known = organization
                .find(unit, day)
                .or(() -> organization.find(unit, LocalDate.now(clock)))
                .orElseThrow(() -> new NotFound(unitCode));
        return Optional.of(new Page(known, versions.getLast(), period, listed(versions)));
    }

    /** One version begins where the one before it ends; what begins later was not there meanwhile. */
    private static List<DateRange> listed(List<Indicator> versions) {
        var listed = new ArrayList<DateRange>();
        for (var version : versions) {
            var valid = version.edition().valid();
            if (!listed.isEmpty() && valid.from().equals(listed.getLast().until())) {
                listed.set(listed.size() - 1, new DateRange(listed.getLast().from(), valid.until()));
            } else {
                listed.add(valid);
            }
        }
        return listed;
    }
}
