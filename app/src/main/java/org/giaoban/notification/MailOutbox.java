package org.giaoban.notification;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.giaoban.kernel.AccountId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The single mails: invitations, changes, callings-off. */
@Service
@Transactional
class MailOutbox implements Outbox<UUID> {

    private final MailRepository repository;
    private final Recipients recipients;
    private final Clock clock;

    MailOutbox(MailRepository repository, Recipients recipients, Clock clock) {
        this.repository = repository;
        this.recipients = recipients;
        this.clock = clock;
    }

    @Override
    public List<Parcel<UUID>> take() {
        var now = clock.instant();
        repository.giveUp(MOST_TRIES, now);
        var mails = repository.claim(now, now.plus(PAUSE), MOST_AT_ONCE);
        var addresses = recipients.addresses(mails.stream()
                .map(mail -> mail.to().account())
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return mails.stream().flatMap(mail -> parcel(mail, addresses).stream()).toList();
    }

    /** Nothing for somebody who has an account and by now no address. */
    private static Optional<Parcel<UUID>> parcel(MailRepository.Outgoing mail, Map<AccountId, String> addresses) {
        var outside = mail.to().outside();
        var account = mail.to().account();
        var address = account == null ? outside : addresses.get(account);
        return Optional.ofNullable(address).map(mail::parcel);
    }

    @Override
    public void putAway(UUID mail) {
        repository.sent(mail);
    }

    @Override
    public void putBack(Collection<UUID> mails) {
        repository.putBack(mails, clock.instant().plus(SHORT_PAUSE));
    }
}
