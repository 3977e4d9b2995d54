package org.giaoban.tasks;

import java.time.LocalDate;
import java.util.List;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.Uuid7;
import org.giaoban.organization.Organization;
import org.giaoban.organization.Unit;
import org.giaoban.platform.Texts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes the next order of each row when its period begins, in the name of whoever set the row up. */
@Service
@Transactional
class RepeatRound {

    static final String SOURCE = "recurrence";

    private final RepeatRepository recurrences;
    private final Tasks tasks;
    private final Organization organization;
    private final Accounts accounts;
    private final CurrentViewer viewer;

    RepeatRound(
            RepeatRepository recurrences,
            Tasks tasks,
            Organization organization,
            Accounts accounts,
            CurrentViewer viewer) {
        this.recurrences = recurrences;
        this.tasks = tasks;
        this.organization = organization;
        this.accounts = accounts;
        this.viewer = viewer;
    }

    /** Gives how many orders were made. */
    int run(LocalDate today) {
        var made = 0;
        for (var row : recurrences.running(today)) {
            var period = row.rhythm().ripeOn(today, organization.workingCalendar());
            if (period != null && !recurrences.made(row.id(), period)) {
                var author = accounts.viewer(row.madeBy()).orElse(Viewer.SYSTEM);
                made += viewer.as(author, () -> make(row, period, today)) ? 1 : 0;
            }
        }
        return made;
    }

    /** Units that ended meanwhile are left out; a row that has none left makes nothing more. */
    private boolean make(Recurrence row, Period period, LocalDate today) {
        var work = row.work();
        var units = work.units().stream()
                .flatMap(unit -> organization.find(unit, today).stream())
                .map(Unit::id)
                .map(unit -> new Order.Assignee(unit, null, work.post()))
                .toList();
        if (units.isEmpty()) {
            return false;
        }
        var root = Uuid7.next();
        if (!recurrences.take(row.id(), period, root)) {
            return false;
        }
        var order = new Order(
                work.title() + " (" + period.label(Texts.VIETNAMESE) + ")",
                work.measure(),
                row.rhythm().dueIn(period, organization.workingCalendar()),
                units,
                work.giver(),
                new SourceRef(SOURCE, row.id(), RepeatWords.label(row), "/tasks/recurring"),
                Order.Reasons.NONE);
        var extras = new Extras(work.product(), null, List.of(), List.of(), List.of(), List.of());
        tasks.assign(order, extras, root);
        return true;
    }
}
