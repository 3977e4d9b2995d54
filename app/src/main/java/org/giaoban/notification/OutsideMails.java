package org.giaoban.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts mails to people without an account out for the post, as part of the caller's transaction. */
@Service
@Transactional
public class OutsideMails {

    private final MailRepository repository;
    private final ObjectProvider<JavaMailSender> post;
    private final Express express;
    private final Clock clock;

    OutsideMails(MailRepository repository, ObjectProvider<JavaMailSender> post, Express express, Clock clock) {
        this.repository = repository;
        this.post = post;
        this.express = express;
        this.clock = clock;
    }

    /** Whether a mail server is set at all. */
    public boolean possible() {
        return post.getIfAvailable() != null;
    }

    /** They leave within seconds after the commit; the same once key does not send to an address twice. */
    public void sendAll(Collection<OutsideMail> mails) {
        if (!mails.isEmpty()) {
            repository.insertOutside(mails, clock.instant());
            express.call();
        }
    }

    /** Nothing more goes to that address, and nothing is remembered of what went. */
    public void forget(String address) {
        repository.forgetAddress(address);
    }

    /** What went to addresses outside before that moment is forgotten. */
    public void forget(Instant before) {
        repository.forgetOutside(before);
    }
}
