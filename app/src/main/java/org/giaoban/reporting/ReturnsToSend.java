package org.giaoban.reporting;

import java.time.LocalDate;
import java.util.List;
import org.giaoban.kernel.WorkingCalendar;
import org.giaoban.organization.Organization;
import org.giaoban.platform.DeskItem;
import org.giaoban.platform.DeskSource;
import org.giaoban.platform.Texts;
import org.giaoban.reporting.OwedReturns.Owed;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The returns on the desk of whoever makes them, with the working days that are left. */
@Service
@Transactional(readOnly = true)
class ReturnsToSend implements DeskSource {

    private static final int AHEAD = 7;

    private final OwedReturns owed;
    private final OwnReturns own;
    private final Organization organization;

    ReturnsToSend(OwedReturns owed, OwnReturns own, Organization organization) {
        this.owed = owed;
        this.own = own;
        this.organization = organization;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String titleKey() {
        return "reporting.desk.send";
    }

    @Override
    public String icon() {
        return "table";
    }

    @Override
    public int count(LocalDate today) {
        return mine(today).size();
    }

    @Override
    public List<DeskItem> items(LocalDate today, int limit) {
        var calendar = organization.workingCalendar();
        return mine(today).stream()
                .limit(limit)
                .map(one -> item(one, today, calendar))
                .toList();
    }

    private List<Owed> mine(LocalDate today) {
        return own.on(today).isEmpty() ? List.of() : owed.of(own::on, today, AHEAD);
    }

    private static DeskItem item(Owed one, LocalDate today, WorkingCalendar calendar) {
        var key = one.key();
        var state = Texts.text("reporting.state." + one.state());
        var left = calendar.workingDaysBetween(today, one.dueOn());
        return new DeskItem(
                Texts.text("reporting.desk.item", key.unit().shortName(), PeriodName.of(key.period())),
                one.dueOn().isBefore(today) ? state : Texts.text("reporting.desk.left", state, left),
                key.href(),
                one.dueOn());
    }
}
