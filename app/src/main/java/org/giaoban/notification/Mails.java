package org.giaoban.notification;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.giaoban.identity.Accounts;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.PersonId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts mails out for the post, as part of the caller's transaction. */
@Service
@Transactional
public class Mails {

    /** How far a mail has got; nobody without an address is among them. */
    public enum Progress {
        WAITING,
        SENT,
        FAILED
    }

    private final MailRepository repository;
    private final Recipients recipients;
    private final Accounts accounts;
    private final MailSettings settings;
    private final Express express;
    private final Clock clock;

    Mails(
            MailRepository repository,
            Recipients recipients,
            Accounts accounts,
            MailSettings settings,
            Express express,
            Clock clock) {
        this.repository = repository;
        this.recipients = recipients;
        this.accounts = accounts;
        this.settings = settings;
        this.express = express;
        this.clock = clock;
    }

    /** The address mails come from. */
    public String sender() {
        return settings.from();
    }

    /** The address of this installation, which links begin with. */
    public String site() {
        return settings.site();
    }

    /** They leave within seconds after the commit; what the mail server does not take is tried again by the round. */
    public void sendAll(Collection<Mail> mails) {
        var byAccount = recipients.byAccount(mails, mail -> new Recipient.Person(mail.to()));
        var reachable = recipients.withMail(byAccount.keySet());
        byAccount.keySet().retainAll(reachable);
        if (!byAccount.isEmpty()) {
            repository.insert(byAccount, clock.instant());
            express.call();
        }
    }

    @Transactional(readOnly = true)
    public Map<PersonId, Progress> progress(Collection<PersonId> persons, String onceKey) {
        var known = persons.isEmpty() ? Map.<PersonId, AccountId>of() : accounts.byPersons(persons);
        var states = repository.states(known.values(), onceKey);
        var progress = new HashMap<PersonId, Progress>();
        known.forEach((person, account) -> {
            var state = states.get(account);
            if (state != null) {
                progress.put(person, progress(state));
            }
        });
        return progress;
    }

    private static Progress progress(MailState state) {
        return switch (state) {
            case NONE, WAITING, SENDING -> Progress.WAITING;
            case SENT -> Progress.SENT;
            case FAILED -> Progress.FAILED;
        };
    }
}
