package org.giaoban.notification;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.giaoban.platform.Actor;
import org.springframework.stereotype.Component;

/** What happens again and again through the day: make the morning's lists once, mail them, forget the very old. */
@Component
class ReminderRound {

    /** Early enough to be read before work begins. */
    private static final LocalTime MORNING = LocalTime.of(6, 0);

    private final Digests digests;
    private final DeskReading desks;
    private final Postman postman;
    private final List<Outbox<?>> outboxes;
    private final OldNews oldNews;
    private final Actor actor;
    private final Clock clock;

    ReminderRound(
            Digests digests,
            DeskReading desks,
            Postman postman,
            List<Outbox<?>> outboxes,
            OldNews oldNews,
            Actor actor,
            Clock clock) {
        this.digests = digests;
        this.desks = desks;
        this.postman = postman;
        this.outboxes = outboxes;
        this.oldNews = oldNews;
        this.actor = actor;
        this.clock = clock;
    }

    void run() {
        actor.asSystem(() -> {
            var now = ZonedDateTime.now(clock);
            if (!now.toLocalTime().isBefore(MORNING)) {
                makeLists(now.toLocalDate());
            }
            outboxes.forEach(postman::empty);
        });
    }

    private void makeLists(LocalDate today) {
        if (!digests.made(today) && digests.make(today, desks.of(today)) > 0) {
            oldNews.forget(today);
        }
    }
}
