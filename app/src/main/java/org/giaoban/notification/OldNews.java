package org.giaoban.notification;

import java.time.LocalDate;
import java.time.Period;
import org.giaoban.platform.Zone;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notices and lists of reminders are kept for a year. */
@Service
@Transactional
class OldNews {

    private static final Period KEPT = Period.ofYears(1);

    private final NoticeRepository notices;
    private final DigestRepository digests;

    OldNews(NoticeRepository notices, DigestRepository digests) {
        this.notices = notices;
        this.digests = digests;
    }

    void forget(LocalDate today) {
        var oldest = today.minus(KEPT);
        notices.forget(oldest.atStartOfDay(Zone.ID).toInstant());
        digests.forget(oldest);
    }
}
