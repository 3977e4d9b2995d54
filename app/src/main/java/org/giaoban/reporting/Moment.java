package org.giaoban.reporting;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** When something is done: now, or the day a story says it was done. */
@Component
class Moment {

    private static final ScopedValue<Instant> THEN = ScopedValue.newInstance();

    private final Clock clock;

    Moment(Clock clock) {
        this.clock = clock;
    }

    Instant instant() {
        return THEN.isBound() ? THEN.get() : clock.instant();
    }

    /** Whether a story is being told, which nobody is to be notified of. */
    boolean told() {
        return THEN.isBound();
    }

    /** Does what a story tells as if it were done then. */
    void at(Instant then, Runnable deed) {
        ScopedValue.where(THEN, then).run(deed);
    }
}
