package org.giaoban.reporting;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.UnitId;
import org.giaoban.notification.Notice;
import org.giaoban.notification.Recipient;
import org.giaoban.notification.Reminder;
import org.giaoban.notification.ReminderSource;
import org.giaoban.organization.Organization;
import org.giaoban.platform.Formats;
import org.giaoban.reporting.OwedReturns.Owed;
import org.giaoban.reporting.Responsible.People;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Each day's list for those whose units' returns fall due within three working days or are late. */
@Service
@Transactional(readOnly = true)
class ReturnReminders implements ReminderSource {

    private static final int AHEAD = 3;
    private static final People NOBODY = new People(Set.of(), Set.of());

    private final OwedReturns owed;
    private final Responsible responsible;
    private final Organization organization;

    ReturnReminders(OwedReturns owed, Responsible responsible, Organization organization) {
        this.owed = owed;
        this.responsible = responsible;
        this.organization = organization;
    }

    @Override
    public List<Reminder> due(LocalDate day) {
        var soon = organization.workingCalendar().plusWorkingDays(day, AHEAD);
        var all = owed.of(organization::units, day, AHEAD).stream()
                .filter(one -> !one.dueOn().isAfter(soon))
                .toList();
        var people = responsible.of(
                all.stream().map(one -> one.key().unit()).distinct().toList(), day);
        return all.stream().flatMap(one -> reminders(one, people, day)).toList();
    }

    private static Stream<Reminder> reminders(Owed one, Map<UnitId, People> people, LocalDate day) {
        return people.getOrDefault(one.key().unit().id(), NOBODY).senders().stream()
                .map(account -> reminder(one, account, day));
    }

    private static Reminder reminder(Owed one, AccountId account, LocalDate day) {
        var key = one.key();
        var late = one.daysLate(day);
        var args = List.of(
                key.unit().shortName(), Notice.period(key.period()), Formats.date(one.dueOn()), String.valueOf(late));
        return new Reminder(
                new Recipient.Account(account),
                late > 0 ? "reporting.remind.late" : "reporting.remind.soon",
                args,
                key.href(),
                one.dueOn());
    }
}
