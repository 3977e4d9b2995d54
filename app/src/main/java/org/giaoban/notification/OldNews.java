package org.giaoban.notification;

import java.time.LocalDate;
import java.time.Period;
import org.giaoban.platform.Zone;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notices, mails and lists of reminders are kept for a year. */
@Service
@Transactional
class OldNews {

    private static final Period KEPT = Period.ofYears(1);

    private final NoticeRepository notices;
    private final DigestRepository digests;
    private final MailRepository mails;

    OldNews(NoticeRepository notices, DigestRepository digests, MailRepository mails) {
        this.notices = notices;
        this.digests = digests;
        this.mails = mails;
    }

    void forget(LocalDate today) {
        var oldest = today.minus(KEPT);
        var moment = oldest.atStartOfDay(Zone.ID).toInstant();
        notices.forget(moment);
        mails.forget(moment);
        digests.forget(oldest);
    }
}
