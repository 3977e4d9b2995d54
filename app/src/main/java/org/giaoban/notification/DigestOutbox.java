package org.giaoban.notification;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.giaoban.kernel.AccountId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The lists of the day that wait to be mailed. */
@Service
@Transactional
class DigestOutbox implements Outbox<DigestKey> {

    private final DigestRepository repository;
    private final Recipients recipients;
    private final MailSettings settings;
    private final Clock clock;

    DigestOutbox(DigestRepository repository, Recipients recipients, MailSettings settings, Clock clock) {
        this.repository = repository;
        this.recipients = recipients;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<Parcel<DigestKey>> take() {
        var now = clock.instant();
        repository.giveUp(MOST_TRIES, now);
        var keys = repository.claim(now, now.plus(PAUSE), MOST_AT_ONCE);
        var accounts = keys.stream().map(DigestKey::account).distinct().toList();
        var addresses = recipients.addresses(accounts);
        var names = recipients.names(accounts);
        var entries = repository.entries(keys);
        return keys.stream()
                .filter(key -> addresses.containsKey(key.account()))
                .map(key -> letter(key, addresses, names, entries))
                .map(letter -> letter.parcel(settings.language(), settings.site()))
                .toList();
    }

    private static Letter letter(
            DigestKey key,
            Map<AccountId, String> addresses,
            Map<AccountId, String> names,
            Map<DigestKey, List<DigestEntry>> entries) {
        return new Letter(
                key,
                addresses.getOrDefault(key.account(), ""),
                names.getOrDefault(key.account(), ""),
                entries.getOrDefault(key, List.of()));
    }

    @Override
    public void putAway(DigestKey list) {
        repository.sent(list);
    }

    @Override
    public void putBack(Collection<DigestKey> lists) {
        repository.putBack(lists, clock.instant().plus(SHORT_PAUSE));
    }
}
