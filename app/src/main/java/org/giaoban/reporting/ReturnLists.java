package org.giaoban.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.access.Scope;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.organization.Organization;
import org.giaoban.organization.Unit;
import org.giaoban.platform.Formats;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Sorting;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The list of returns of a period as the viewer may see it. */
@Service
@Transactional(readOnly = true)
class ReturnLists {

    /** Half a month into a month people still ask for the month before. */
    private static final int STILL_LAST_MONTH = 15;

    private final Returns returns;
    private final Organization organization;
    private final Access access;
    private final Clock clock;

    ReturnLists(Returns returns, Organization organization, Access access, Clock clock) {
        this.returns = returns;
        this.organization = organization;
        this.access = access;
        this.clock = clock;
    }

    /** A unit's line in the list. */
    public record Line(UnitProgress progress, String tone, String word, String due, String sent) {}

    /** The page: the period with its neighbours, what is counted, the lines. */
    public record ListPage(
            String period,
            String title,
            String label,
            String previous,
            String next,
            @Nullable String unit,
            String unitName,
            @Nullable String state,
            Sorting sorting,
            Counts counts,
            List<Line> lines,
            List<Finding> findings,
            boolean mayEnter) {}

    /** How many have sent, are late, wait for acceptance. */
    public record Counts(int units, int sent, int late, int toAccept, int toExplain) {}

    /** What the address asks for. */
    public record Query(
            @Nullable String period,
            @Nullable String unit,
            @Nullable String state,
            @Nullable String sort) {}

    /** "tree" is the order of the tree of units, the usual one. */
    static final List<String> COLUMNS = List.of("tree", "unit", "state", "due", "sent", "findings");

    ListPage page(Query query) {
        var state = query.state();
        var sorting = Sorting.of(query.sort(), "tree", COLUMNS);
        var unitCode = query.unit();
        var period = Optional.ofNullable(query.period()).map(Door::period).orElseGet(this::lastMonth);
        var scope = access.scope(Capability.REPORT_READ);
        var top = top(unitCode, scope, period);
        var all = top.map(unit -> progress(unit, period)).orElse(List.of());
        var findings = top.filter(unit -> scope.contains(unit.id()))
                .map(unit -> returns.findings(unit.id(), period))
                .orElse(List.of());
        var lines = all.stream()
                .filter(one -> state == null || state.isBlank() || matches(one, state))
                .sorted(order(sorting))
                .map(ReturnLists::line)
                .toList();
        return new ListPage(
                period.code(),
                PeriodName.title(period),
                PeriodName.of(period),
                period.previous().code(),
                period.next().code(),
                unitCode,
                top.map(Unit::name).orElse(""),
                state,
                sorting,
                counts(all, findings),
                lines,
                findings,
                access.allowsAnywhere(Capability.REPORT_ENTER));
    }

    /** The unit asked for, or the highest the viewer may read today. */
    Optional<Unit> readable(@Nullable String unitCode) {
        return readable(unitCode, Period.monthOf(LocalDate.now(clock)));
    }

    /** As it was on the period's last day. */
    Optional<Unit> readable(@Nullable String unitCode, Period period) {
        return top(unitCode, access.scope(Capability.REPORT_READ), period);
    }

    Period lastMonth() {
        return Period.monthOf(LocalDate.now(clock).minusDays(STILL_LAST_MONTH));
    }

    /** The unit asked for, or the highest the viewer may read. */
    private Optional<Unit> top(@Nullable String unitCode, Scope scope, Period period) {
        if (unitCode != null && !unitCode.isBlank()) {
            var unit = organization.get(organization.idOf(unitCode), period.lastDay());
            if (!scope.contains(unit.id())) {
                throw new NotFound(unitCode);
            }
            return Optional.of(unit);
        }
        return organization.tops(scope, period.lastDay()).stream().findFirst();
    }

    /** Below the unit, or the unit itself when it is one that reports. */
    private List<UnitProgress> progress(Unit top, Period period) {
        var below = returns.progress(top.id(), period);
        return below.isEmpty() ? returns.own(top, period) : below;
    }

    private static Comparator<UnitProgress> order(Sorting sorting) {
        Comparator<UnitProgress> rising = switch (sorting.column()) {
            case "unit" -> Comparator.comparing(UnitProgress::unitName, VietnameseText.alphabetical());
            case "state" -> Comparator.comparing(UnitProgress::state).thenComparing(UnitProgress::daysLate);
            case "due" -> Comparator.comparing(UnitProgress::dueOn);
            case "sent" ->
                Comparator.comparing(UnitProgress::submittedAt, Comparator.nullsLast(Comparator.naturalOrder()));
            case "findings" -> Comparator.comparing(UnitProgress::findings);
            default -> (one, other) -> 0;
        };
        return sorting.descending() ? rising.reversed() : rising;
    }

    private static boolean matches(UnitProgress one, String state) {
        return state.equals("late")
                ? one.daysLate() > 0 && !one.state().received()
                : one.state().name().equals(state);
    }

    private static Line line(UnitProgress one) {
        int late = one.daysLate();
        return new Line(
                one,
                StateLine.tone(one.state(), late),
                StateLine.word(one.state(), late),
                Formats.date(one.dueOn()),
                Formats.dateTime(one.submittedAt()));
    }

    private static Counts counts(List<UnitProgress> all, List<Finding> findings) {
        return new Counts(
                all.size(),
                count(all, one -> one.state().received()),
                count(all, one -> one.daysLate() > 0 && !one.state().received()),
                count(all, one -> one.state() == ReturnState.SUBMITTED),
                (int) findings.stream()
                        .filter(finding -> finding.severity() == Severity.REASON && finding.reason() == null)
                        .count());
    }

    private static int count(List<UnitProgress> all, java.util.function.Predicate<UnitProgress> which) {
        return (int) all.stream().filter(which).count();
    }

    List<String> headers() {
        return Stream.of("unit", "state", "due", "sent", "late", "findings")
                .map(column -> Texts.text("reporting.list." + column))
                .toList();
    }

    List<List<Object>> cells(ListPage page) {
        var cells = new ArrayList<List<Object>>();
        page.lines()
                .forEach(line -> cells.add(List.of(
                        line.progress().unitName(),
                        line.word(),
                        line.progress().dueOn(),
                        line.sent(),
                        line.progress().daysLate(),
                        line.progress().findings())));
        return cells;
    }
}
