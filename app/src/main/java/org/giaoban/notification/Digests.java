package org.giaoban.notification;

import static java.util.Comparator.comparing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.kernel.AccountId;
import org.giaoban.platform.NotFound;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The daily lists of reminders: gathered from all modules, one per person and day. */
@Service
@Transactional
class Digests {

    /** A longer list helps nobody; the most urgent come first. */
    static final int LONGEST = 100;

    private final DigestRepository repository;
    private final Notices notices;
    private final Recipients recipients;
    private final ObjectProvider<ReminderSource> sources;
    private final CurrentViewer viewer;
    private final Clock clock;

    Digests(
            DigestRepository repository,
            Notices notices,
            Recipients recipients,
            ObjectProvider<ReminderSource> sources,
            CurrentViewer viewer,
            Clock clock) {
        this.repository = repository;
        this.notices = notices;
        this.recipients = recipients;
        this.sources = sources;
        this.viewer = viewer;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    boolean made(LocalDate day) {
        return repository.made(day);
    }

    /** Makes the day's lists of what desks hold and other reminders, unless that was done; gives how many were new. */
    int make(LocalDate day, Map<AccountId, List<Reminder>> desks) {
        if (repository.made(day)) {
            return 0;
        }
        var lists = gather(day, desks);
        var now = clock.instant();
        var written = repository.insert(day, lists, recipients.withMail(lists.keySet()), now);
        notices.sendAll(written.stream()
                .map(account -> announcement(account, day, lists.getOrDefault(account, List.of())))
                .toList());
        repository.finish(day, now);
        return written.size();
    }

    private Map<AccountId, List<Reminder>> gather(LocalDate day, Map<AccountId, List<Reminder>> desks) {
        var all = sources.orderedStream()
                .flatMap(source -> source.due(day).stream())
                .toList();
        var lists = new LinkedHashMap<AccountId, List<Reminder>>();
        recipients.byAccount(all, Reminder::to).forEach((account, reminders) -> lists.put(account, reminders));
        desks.forEach((account, lines) -> lists.merge(account, lines, Digests::together));
        lists.replaceAll((account, lines) -> lines.stream()
                .sorted(comparing(line -> line.day(day)))
                .limit(LONGEST)
                .toList());
        return lists;
    }

    /** What a reminder has said already is not said again by the desk. */
    private static List<Reminder> together(List<Reminder> said, List<Reminder> desk) {
        var places = said.stream().map(Reminder::href).collect(Collectors.toSet());
        return Stream.concat(said.stream(), desk.stream().filter(line -> !places.contains(line.href())))
                .toList();
    }

    private static Notice announcement(AccountId account, LocalDate day, List<Reminder> reminders) {
        return Notice.to(
                account,
                "notification.digest.ready",
                List.of(Integer.toString(reminders.size())),
                "/inbox/reminders/" + day,
                null,
                "digest:" + day);
    }

    /** The viewer's own list of a day. */
    @Transactional(readOnly = true)
    List<DigestEntry> own(LocalDate day) {
        var key = new DigestKey(viewer.get().account(), day);
        var entries = repository.entries(List.of(key)).get(key);
        if (entries == null) {
            throw new NotFound(key);
        }
        return entries;
    }
}
