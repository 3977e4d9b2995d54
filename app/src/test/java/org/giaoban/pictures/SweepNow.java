package org.giaoban.pictures;

import java.time.Instant;
import org.giaoban.platform.Actor;
import org.springframework.stereotype.Component;

/** Sweeps at once, for tests of rooms that use pictures. */
@Component
public class SweepNow {

    private final Sweep sweep;
    private final Actor actor;

    SweepNow(Sweep sweep, Actor actor) {
        this.sweep = sweep;
        this.actor = actor;
    }

    /** How many of those that came before the moment went. */
    public int before(Instant moment) {
        var gone = new int[1];
        actor.asSystem(() -> gone[0] = sweep.run(moment));
        return gone[0];
    }
}
