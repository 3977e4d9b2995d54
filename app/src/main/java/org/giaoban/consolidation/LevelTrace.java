package org.giaoban.consolidation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.giaoban.access.Capability;
import org.giaoban.access.Grants;
import org.giaoban.audit.Audit;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.notification.Notice;
import org.giaoban.notification.Notices;
import org.giaoban.organization.Organization;
import org.giaoban.organization.Unit;
import org.springframework.stereotype.Component;

/** The trace of what is done with a report: the log, the people it concerns, and the reports above it that it moves. */
@Component
class LevelTrace {

    private final Audit audit;
    private final CurrentViewer viewer;
    private final Notices notices;
    private final Grants grants;
    private final Organization organization;
    private final LevelRepository reports;
    private final Clock clock;

    LevelTrace(
            Audit audit,
            CurrentViewer viewer,
            Notices notices,
            Grants grants,
            Organization organization,
            LevelRepository reports,
            Clock clock) {
        this.audit = audit;
        this.viewer = viewer;
        this.notices = notices;
        this.grants = grants;
        this.organization = organization;
        this.reports = reports;
        this.clock = clock;
    }

    private Viewer viewer() {
        return viewer.find().orElse(Viewer.SYSTEM);
    }

    AccountId account() {
        return viewer().account();
    }

    String by() {
        return viewer().name();
    }

    /** A version went up: the level above reads it, and what it had consolidated before may be another. */
    void sent(ReportRow row, Unit unit, String act) {
        audit.record(act, row.ref(), row.unit(), Map.of("version", row.version()));
        stirAbove(row.unit(), row.period(), "REPORT");
        if (unit.parent() != null) {
            tell(people(Capability.REPORT_ACCEPT, unit.parent()), "consolidation.notice.sent", row, unit);
        }
    }

    void decided(ReportRow row, Unit unit, String act) {
        var comment = row.comment() == null ? "" : row.comment();
        audit.record(act, row.ref(), row.unit(), Map.of("version", row.version(), "comment", comment));
        if (row.open()) {
            stirAbove(row.unit(), row.period(), "REPORT");
        }
        tell(
                people(Capability.REPORT_ENTER, unit.id()),
                act.replace("consolidation.", "consolidation.notice."),
                row,
                unit);
    }

    void refused(ReportRow row, List<Difference> refused, String why) {
        var told = refused.stream()
                .map(one -> one.indicator().code() + ": " + one.sealedText() + " / " + one.nowText())
                .collect(Collectors.joining("; "));
        audit.record(
                "consolidation.refused",
                row.ref(),
                row.unit(),
                Map.of("version", row.version(), "figures", told, "comment", why));
    }

    /** Marks the reports above that were sent and rest on this unit; tells their levels the first time. */
    void stirAbove(UnitId unit, Period period, String act) {
        var day = period.lastDay();
        var above = new ArrayList<UnitId>(
                organization.ancestors(unit, day).stream().map(Unit::id).toList());
        if (!act.equals("REPORT")) {
            above.add(unit);
        }
        var sent = reports.sentOver(above, period);
        if (sent.isEmpty()) {
            return;
        }
        reports.stir(
                sent.stream().map(ReportRow::id).toList(), new LevelRepository.Stir(unit, act, clock.instant(), by()));
        sent.stream()
                .filter(row -> row.stirredAt() == null && row.state().stands())
                .forEach(row -> organization
                        .find(row.unit(), day)
                        .ifPresent(level -> tell(
                                people(Capability.REPORT_ENTER, level.id()),
                                "consolidation.notice.stirred",
                                row,
                                level)));
    }

    /** The same for returns of many units at once: one look whether anything was sent, one note for each report. */
    void stirAboveMany(Collection<UnitId> units, Period period) {
        var sent = reports.sentFor(period).stream().map(ReportRow::unit).collect(Collectors.toSet());
        if (sent.isEmpty()) {
            return;
        }
        var noted = new HashSet<UnitId>();
        for (var unit : units) {
            var above = Stream.concat(
                            Stream.of(unit),
                            organization.ancestors(unit, period.lastDay()).stream()
                                    .map(Unit::id))
                    .filter(sent::contains)
                    .toList();
            if (noted.addAll(above)) {
                stirAbove(unit, period, "SENT_AGAIN");
            }
        }
    }

    private Set<AccountId> people(Capability capability, UnitId unit) {
        return grants.holdings(List.of(capability), List.of(unit)).stream()
                .map(Grants.Holding::account)
                .collect(Collectors.toSet());
    }

    private void tell(Set<AccountId> to, String key, ReportRow row, Unit unit) {
        var me = account();
        notices.sendAll(to.stream()
                .filter(account -> !account.equals(me))
                .map(account -> Notice.to(
                        account,
                        key,
                        List.of(unit.shortName(), Notice.period(row.period())),
                        LevelPages.href(unit, row.period()),
                        unit.id(),
                        key + ":" + row.id() + ":" + row.version() + ":" + LocalDate.now(clock)))
                .toList());
    }
}
