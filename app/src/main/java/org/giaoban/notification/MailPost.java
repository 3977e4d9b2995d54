package org.giaoban.notification;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.kernel.AccountId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The mails that wait, taken and put away in short transactions, for mail must not hold one open. */
@Service
@Transactional
class MailPost {

    private static final int MOST_AT_ONCE = 50;
    private static final int MOST_TRIES = 5;
    private static final Duration PAUSE = Duration.ofMinutes(30);

    /** The next mails with the addresses of their accounts. */
    record Bag(List<MailRepository.Outgoing> mails, Map<AccountId, String> addresses) {}

    private final MailRepository repository;
    private final Recipients recipients;
    private final Clock clock;

    MailPost(MailRepository repository, Recipients recipients, Clock clock) {
        this.repository = repository;
        this.recipients = recipients;
        this.clock = clock;
    }

    Bag take() {
        var now = clock.instant();
        repository.giveUp(MOST_TRIES, now);
        var mails = repository.claim(now, now.plus(PAUSE), MOST_AT_ONCE);
        return new Bag(
                mails,
                recipients.addresses(mails.stream()
                        .map(MailRepository.Outgoing::account)
                        .distinct()
                        .toList()));
    }

    void putAway(UUID mail) {
        repository.sent(mail);
    }
}
