package org.giaoban.notification;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.giaoban.identity.Account;
import org.giaoban.identity.AccountFilter;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.kernel.AccountId;
import org.giaoban.platform.DeskItem;
import org.giaoban.platform.DeskSource;
import org.giaoban.platform.Texts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What everybody owes, read from their own desks as they would see them: page and message of the day say the same. */
@Component
class DeskReading {

    /** From so many days before its date on, work alone is a reason to write to somebody. */
    private static final int AHEAD = 7;

    private static final int AT_ONCE = 200;

    private final ObjectProvider<DeskSource> sources;
    private final Accounts accounts;
    private final CurrentViewer viewer;
    private final MailSettings settings;

    DeskReading(ObjectProvider<DeskSource> sources, Accounts accounts, CurrentViewer viewer, MailSettings settings) {
        this.sources = sources;
        this.accounts = accounts;
        this.viewer = viewer;
        this.settings = settings;
    }

    /** The lines of all open accounts whose desks hold something that is late, due soon, or waits for them. */
    Map<AccountId, List<Reminder>> of(LocalDate day) {
        var lists = new LinkedHashMap<AccountId, List<Reminder>>();
        var before = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocale(settings.language());
        try {
            var after = "";
            while (true) {
                var some = accounts.page(
                        new AccountFilter("", AccountFilter.State.OPEN, after.isEmpty() ? null : after, Set.of()),
                        AT_ONCE);
                var page = some.stream().limit(AT_ONCE).toList();
                page.forEach(account -> read(account, day, lists));
                if (some.size() <= AT_ONCE) {
                    return lists;
                }
                after = page.getLast().login();
            }
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
    }

    private void read(Account account, LocalDate day, Map<AccountId, List<Reminder>> lists) {
        accounts.viewer(account.id()).ifPresent(owner -> {
            var lines = viewer.as(owner, () -> lines(account.id(), day));
            if (lines.stream().anyMatch(line -> line.urgent(day.plusDays(AHEAD)))) {
                lists.put(account.id(), lines);
            }
        });
    }

    private List<Reminder> lines(AccountId account, LocalDate day) {
        return sources.stream()
                .filter(DeskSource::owed)
                .sorted(comparingInt(DeskSource::order))
                .flatMap(source -> source.items(day, Digests.LONGEST).stream()
                        .map(item -> line(account, Texts.text(source.titleKey()), item)))
                .sorted(comparing(line -> line.day(day)))
                .toList();
    }

    private static Reminder line(AccountId account, String kind, DeskItem item) {
        return new Reminder(
                new Recipient.Account(account),
                "notification.digest.item",
                List.of(kind, item.title(), item.detail()),
                item.href(),
                item.dueOn());
    }
}
