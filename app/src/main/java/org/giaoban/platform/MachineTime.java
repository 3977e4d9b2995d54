package org.giaoban.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** The machine's own time, by which people's devices and sessions go: no story shifts it. */
@Component
public class MachineTime implements InstantSource {

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant();
    }

    /** What only ever grows, whoever sets the clock: for comparing with it. */
    public long nanos() {
        return System.nanoTime();
    }
}
