package org.giaoban.consolidation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.giaoban.access.Capability;
import org.giaoban.indicators.Indicators;
import org.giaoban.indicators.TargetsDecided;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.giaoban.organization.Unit;
import org.giaoban.reporting.LevelForms;
import org.springframework.stereotype.Component;

/** Notes on reports that were sent that something below them moved, so that the desk of their level knows where to look. */
@Component
class Stirs {

    private final LevelRepository reports;
    private final LevelForms forms;
    private final Indicators indicators;
    private final Organization organization;
    private final LevelNews news;
    private final Clock clock;

    Stirs(
            LevelRepository reports,
            LevelForms forms,
            Indicators indicators,
            Organization organization,
            LevelNews news,
            Clock clock) {
        this.reports = reports;
        this.forms = forms;
        this.indicators = indicators;
        this.organization = organization;
        this.news = news;
        this.clock = clock;
    }

    /** A report moved: those of the same form above rest on it. */
    void above(ReportRow report) {
        var sent = reports.sentOver(ancestors(report.unit(), report.period().lastDay()), report.period());
        note(sent.stream().filter(row -> row.form().equals(report.form())).toList(), report.unit(), "REPORT");
    }

    /** A return moved: reports of the unit and above it hold anything it says when their form asks something its own asks. */
    void above(UnitId unit, String form, Period period, String act) {
        var sent = sentOver(unit, period);
        if (!sent.isEmpty()) {
            var moved = sent.stream()
                    .filter(row -> forms.movedBy(row.form()).contains(form))
                    .toList();
            note(moved, unit, act);
        }
    }

    /** Returns of many units at once: one look whether anything was sent, one note for each report. */
    void aboveMany(Collection<UnitId> units, Period period) {
        var sent = reports.sentFor(period).stream().map(ReportRow::unit).collect(Collectors.toSet());
        if (sent.isEmpty()) {
            return;
        }
        var noted = new HashSet<UnitId>();
        for (var unit : units) {
            var above = Stream.concat(Stream.of(unit), ancestors(unit, period.lastDay()).stream())
                    .filter(sent::contains)
                    .toList();
            if (noted.addAll(above)) {
                note(sentOver(unit, period), unit, "SENT_AGAIN");
            }
        }
    }

    /** A plan moved: reports of its year rest on it that print what is calculated from it. */
    void planned(TargetsDecided plan) {
        var lastDay = LocalDate.of(plan.year(), 12, 31);
        var resting = indicators.restingOnPlans(plan.indicators(), lastDay);
        if (!resting.isEmpty()) {
            var above = new ArrayList<>(ancestors(plan.unit(), lastDay));
            above.add(plan.unit());
            reports.printing(above, plan.year(), resting).forEach(row -> note(List.of(row), row.unit(), "TARGET"));
        }
    }

    private List<ReportRow> sentOver(UnitId unit, Period period) {
        var above = new ArrayList<>(ancestors(unit, period.lastDay()));
        above.add(unit);
        return reports.sentOver(above, period);
    }

    private List<UnitId> ancestors(UnitId unit, LocalDate day) {
        return organization.ancestors(unit, day).stream().map(Unit::id).toList();
    }

    /** Marks reports that were sent; tells their levels the first time. */
    void note(List<ReportRow> sent, UnitId by, String act) {
        if (sent.isEmpty()) {
            return;
        }
        var stir = new LevelRepository.Stir(by, act, clock.instant(), news.by());
        reports.stir(sent.stream().map(ReportRow::id).toList(), stir);
        sent.stream()
                .filter(row -> row.stirredAt() == null && row.state().stands())
                .forEach(row -> organization
                        .find(row.unit(), row.period().lastDay())
                        .ifPresent(level -> news.tell(
                                Capability.REPORT_ENTER, level.id(), "consolidation.notice.stirred", row, level)));
    }
}
