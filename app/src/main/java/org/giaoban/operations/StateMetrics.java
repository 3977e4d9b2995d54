package org.giaoban.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.giaoban.platform.Actor;
import org.giaoban.platform.PartState;
import org.giaoban.platform.StateSource;
import org.springframework.stereotype.Component;

/** The same as on the screen for monitoring: 0 fine, 1 to look at, 2 broken; no part is asked more often than every ten seconds. */
@Component
class StateMetrics implements MeterBinder {

    private static final Duration GOOD_FOR = Duration.ofSeconds(10);

    private final Parts parts;
    private final Actor actor;
    private final ConcurrentHashMap<String, Seen> seen = new ConcurrentHashMap<>();

    StateMetrics(Parts parts, Actor actor) {
        this.parts = parts;
        this.actor = actor;
    }

    private record Seen(PartState.Level level, long at) {

        boolean fresh() {
            return System.nanoTime() - at < GOOD_FOR.toNanos();
        }
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        parts.sources()
                .forEach(source -> Gauge.builder(
                                "giaoban.state", source, one -> level(one).ordinal())
                        .description("0 fine, 1 to look at, 2 broken")
                        .tag("part", source.part())
                        .register(registry));
    }

    private PartState.Level level(StateSource source) {
        var known = seen.get(source.part());
        if (known != null && known.fresh()) {
            return known.level();
        }
        actor.asSystem(
                () -> seen.put(source.part(), new Seen(Parts.state(source).level(), System.nanoTime())));
        return Objects.requireNonNull(seen.get(source.part()), "just looked at").level();
    }
}
