package org.giaoban.reporting;

import java.time.LocalDate;
import java.util.List;
import org.giaoban.access.Access;
import org.giaoban.kernel.Period;
import org.giaoban.organization.Organization;
import org.giaoban.organization.Unit;
import org.giaoban.platform.DeskItem;
import org.giaoban.platform.DeskSource;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Texts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The returns that came and wait for the viewer's yes or no, the longest waiting first. */
@Service
@Transactional(readOnly = true)
class ReturnsToJudge implements DeskSource {

    private static final int MOST_COUNTED = 999;

    private final ReturnRepository returns;
    private final FindingRepository findings;
    private final OwnReturns own;
    private final Organization organization;
    private final Access access;

    ReturnsToJudge(
            ReturnRepository returns,
            FindingRepository findings,
            OwnReturns own,
            Organization organization,
            Access access) {
        this.returns = returns;
        this.findings = findings;
        this.own = own;
        this.organization = organization;
        this.access = access;
    }

    @Override
    public int order() {
        return 25;
    }

    @Override
    public String titleKey() {
        return "reporting.desk.judge";
    }

    @Override
    public String icon() {
        return "file-check";
    }

    @Override
    public int count(LocalDate today) {
        var scope = access.decidable();
        return scope.empty() ? 0 : returns.countWaiting(scope, own.units(), MOST_COUNTED);
    }

    /** The date is left out: the unit has done its part. */
    @Override
    public List<DeskItem> items(LocalDate today, int limit) {
        var waiting = returns.waiting(access.decidable(), own.units(), limit);
        var counts =
                findings.counts(waiting.stream().map(row -> row.id().value()).toList());
        return waiting.stream()
                .flatMap(row -> organization
                        .find(row.unit(), Period.parse(row.period()).lastDay())
                        .map(unit ->
                                item(row, unit, counts.getOrDefault(row.id().value(), 0)))
                        .stream())
                .toList();
    }

    private static DeskItem item(ReturnRow row, Unit unit, int findings) {
        var period = Period.parse(row.period());
        var sent = Texts.text("reporting.desk.sent", Formats.dateTime(row.submittedAt()));
        return new DeskItem(
                Texts.text("reporting.desk.item", unit.shortName(), PeriodName.of(period)),
                findings == 0 ? sent : Texts.text("reporting.desk.sent-with", sent, findings),
                ReturnKey.href(unit.code(), row.form(), period),
                null);
    }
}
