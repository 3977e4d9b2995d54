package org.giaoban.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** The system clock; while a story is shown it runs on from the story's moment. */
@Component
public class StoryClock extends Clock {

    private static final String SHIFT = "clock.shift-seconds";

    private final SettingStore settings;
    private final ZoneId zone;
    private volatile Duration shift;

    @org.springframework.beans.factory.annotation.Autowired
    StoryClock(@org.springframework.context.annotation.Lazy SettingStore settings) {
        this(settings, Zone.ID, Duration.ZERO);
    }

    private StoryClock(SettingStore settings, ZoneId zone, Duration shift) {
        this.settings = settings;
        this.zone = zone;
        this.shift = shift;
    }

    /** From now on it is {@code moment}, also after a restart. */
    public void startAt(Instant moment) {
        shift = Duration.between(Instant.now(Clock.systemUTC()), moment);
        settings.put(SHIFT, String.valueOf(shift.toSeconds()));
    }

    /** Takes up the shift kept in the database. */
    public void resume() {
        shift = Duration.ofSeconds(Long.parseLong(settings.find(SHIFT).orElse("0")));
    }

    @Override
    public Instant instant() {
        return Instant.now(Clock.systemUTC()).plus(shift);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new StoryClock(settings, other, shift);
    }
}
