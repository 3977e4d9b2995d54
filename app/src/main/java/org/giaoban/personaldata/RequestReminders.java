package org.giaoban.personaldata;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.UnitId;
import org.giaoban.notification.Recipient;
import org.giaoban.notification.Reminder;
import org.giaoban.notification.ReminderSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Each day's list for those who answer requests: what falls due within the working days of the law's clock, and what is late. */
@Component
class RequestReminders implements ReminderSource {

    private static final int MOST = 10_000;

    private final RequestRepository repository;
    private final RequestNotices notices;
    private final RequestRights rights;
    private final Clocks clocks;

    RequestReminders(RequestRepository repository, RequestNotices notices, RequestRights rights, Clocks clocks) {
        this.repository = repository;
        this.notices = notices;
        this.rights = rights;
        this.clocks = clocks;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Reminder> due(LocalDate day) {
        var until = rights.calendar().plusWorkingDays(day, clocks.on(day).remindAhead());
        var due = repository.where(RequestRepository.OPEN.and(RequestRepository.DUE.le(until)), 0, MOST);
        var units = due.stream().map(Request::unit).collect(Collectors.toSet());
        var names = rights.names(units);
        var officers = officers(units);
        return due.stream()
                .flatMap(one -> officers.getOrDefault(one.unit(), Set.of()).stream()
                        .map(account -> reminder(one, names.getOrDefault(one.unit(), ""), account, day)))
                .toList();
    }

    private Map<UnitId, Set<AccountId>> officers(Set<UnitId> units) {
        return units.stream().collect(Collectors.toMap(Function.identity(), notices::officers));
    }

    private static Reminder reminder(Request one, String unit, AccountId account, LocalDate day) {
        var line = new RequestLine(one, day);
        return new Reminder(
                new Recipient.Account(account),
                one.late(day) ? "personaldata.remind.late" : "personaldata.remind.soon",
                Stream.of(line.number(), unit, line.due(), ChronoUnit.DAYS.between(one.due(), day))
                        .map(String::valueOf)
                        .toList(),
                line.href(),
                one.due());
    }
}
