package org.giaoban.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.audit.Audit;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.notification.Notice;
import org.giaoban.notification.Notices;
import org.giaoban.organization.Unit;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What whoever decides on a branch's returns does about those that have not come: remind, or give more time. */
@Service
@Transactional
class MissingReturns {

    /** So many at a time; whoever asks for more is told to go on further down the tree. */
    static final int MOST = 20_000;

    private static final int NAMED = 3;

    private final Completeness completeness;
    private final ExtensionRepository extensions;
    private final Responsible responsible;
    private final Notices notices;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    MissingReturns(
            Completeness completeness,
            ExtensionRepository extensions,
            Responsible responsible,
            Notices notices,
            Access access,
            Audit audit,
            Clock clock) {
        this.completeness = completeness;
        this.extensions = extensions;
        this.responsible = responsible;
        this.notices = notices;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** How many units have not sent and how many people make their returns; whether there are more of them. */
    record Reminded(int units, int people, boolean more) {}

    /** How many got a later date; whether there are more that have not sent. */
    record Extended(int units, boolean more) {}

    /** Tells everybody who makes a return that has not come; whoever was told today is not told again. */
    Reminded remind(Unit top, Period period, @Nullable String form) {
        access.require(Capability.REPORT_ACCEPT, top.id());
        var today = LocalDate.now(clock);
        var all = completeness.missing(top, period, form, MOST + 1).stream()
                .flatMap(asked -> asked.units().stream().map(unit -> new ReturnKey(unit, asked.form(), period)))
                .toList();
        var keys = all.subList(0, Math.min(MOST, all.size()));
        var people = responsible.of(keys.stream().map(ReturnKey::unit).toList(), today);
        var theirs = new LinkedHashMap<AccountId, List<ReturnKey>>();
        keys.forEach(key -> senders(people, key)
                .forEach(account -> theirs.computeIfAbsent(account, one -> new ArrayList<>())
                        .add(key)));
        notices.sendAll(theirs.entrySet().stream()
                .map(one -> notice(one.getKey(), one.getValue(), period, today))
                .toList());
        return new Reminded(keys.size(), theirs.size(), all.size() > MOST);
    }

    private static Iterable<AccountId> senders(Map<UnitId, Responsible.People> people, ReturnKey key) {
        var found = people.get(key.unit().id());
        return found == null ? List.of() : found.senders();
    }

    private static Notice notice(AccountId account, List<ReturnKey> keys, Period period, LocalDate today) {
        var first = keys.getFirst();
        var names =
                keys.stream().limit(NAMED).map(key -> key.unit().shortName()).toList();
        var more = keys.size() > NAMED ? " … (" + keys.size() + ")" : "";
        return Notice.to(
                account,
                "reporting.notice.reminded",
                List.of(String.join(", ", names) + more, Notice.period(period), Formats.date(first.dueOn())),
                first.href(),
                first.unit().id(),
                "return-reminder:" + today);
    }

    /** Gives the units of a branch that have not sent a later date. */
    Extended extend(Unit top, Period period, @Nullable String form, LocalDate until, String reason) {
        access.require(Capability.REPORT_ACCEPT, top.id());
        if (until.isBefore(LocalDate.now(clock))) {
            throw new Refused("reporting.extend.past");
        }
        var extended = 0;
        var found = 0;
        for (var asked : completeness.missing(top, period, form, MOST)) {
            found += asked.units().size();
            var given = extensions.extend(asked, period, new ExtensionRepository.Wish(until, reason, clock.instant()));
            given.forEach(one -> audit.record(
                    "return.extended",
                    one.id().ref(),
                    one.unit(),
                    Map.of("due", Formats.date(until), "comment", reason)));
            extended += given.size();
        }
        return new Extended(extended, found == MOST);
    }
}
