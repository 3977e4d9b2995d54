package org.giaoban.readers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.giaoban.notification.OutsideMails;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Erases what is old, by the rules of the day; numbers stay. */
@Service
@Transactional
class Forgetting {

    private final Marks marks;
    private final RatingRepository ratings;
    private final ReaderCommentRepository comments;
    private final ErrorReportRepository reports;
    private final SubscriberRepository subscribers;
    private final SpentRepository spent;
    private final OutsideMails mails;
    private final ReaderRulebook rulebook;
    private final Clock clock;

    Forgetting(
            Marks marks,
            RatingRepository ratings,
            ReaderCommentRepository comments,
            ErrorReportRepository reports,
            SubscriberRepository subscribers,
            SpentRepository spent,
            OutsideMails mails,
            ReaderRulebook rulebook,
            Clock clock) {
        this.marks = marks;
        this.ratings = ratings;
        this.comments = comments;
        this.reports = reports;
        this.subscribers = subscribers;
        this.spent = spent;
        this.mails = mails;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    void run() {
        marks.forget();
        ratings.forget(marks.month());
        spent.forget(clock.instant());
        comments.forgetRefused(before("refused"));
        reports.forgetDone(before("report"));
        subscribers.forgetUnconfirmed(before("unconfirmed"));
        mails.forget(before("mail"));
    }

    private Instant before(String kind) {
        return clock.instant().minus(Duration.ofDays(rulebook.today().keepDays(kind)));
    }
}
