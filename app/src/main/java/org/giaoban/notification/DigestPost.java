package org.giaoban.notification;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.giaoban.kernel.AccountId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The lists that wait to be mailed: taken and put away in short transactions, for mail must not hold one open. */
@Service
@Transactional
class DigestPost {

    private static final int MOST_AT_ONCE = 50;
    private static final int MOST_TRIES = 5;
    private static final Duration PAUSE = Duration.ofMinutes(30);

    private final DigestRepository repository;
    private final Recipients recipients;
    private final Clock clock;

    DigestPost(DigestRepository repository, Recipients recipients, Clock clock) {
        this.repository = repository;
        this.recipients = recipients;
        this.clock = clock;
    }

    /** Takes the next lists; each comes back after a pause unless it is put away as sent, five times at most. */
    List<Letter> take() {
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

    void putAway(Letter letter) {
        repository.sent(letter.key());
    }
}
