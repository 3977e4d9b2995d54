package org.giaoban.identity;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.List;
import org.giaoban.platform.Formats;
import org.giaoban.platform.PartState;
import org.giaoban.platform.PartState.Line;
import org.giaoban.platform.StateSource;
import org.giaoban.platform.Texts;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How many wait for a place and how many found none, on the screen and for monitoring. */
@Component
@Order(50)
class CrowdPart implements StateSource, MeterBinder {

    private static final Duration LATELY = Duration.ofMinutes(5);

    private final Lanes lanes;

    CrowdPart(Lanes lanes) {
        this.lanes = lanes;
    }

    @Override
    public String part() {
        return "crowd";
    }

    @Override
    public PartState state() {
        return new PartState(
                Texts.text("identity.crowd"),
                "users-group",
                List.of(
                        line(Texts.text("identity.crowd.everybody"), lanes.everybody()),
                        line(Texts.text("identity.crowd.visitors"), lanes.visitors()),
                        line(Texts.text("identity.crowd.pages"), lanes.pages()),
                        line(Texts.text("identity.crowd.programs"), lanes.programs()),
                        line(Texts.text("identity.crowd.log-in"), lanes.logIn())));
    }

    private static Line line(String label, Lane lane) {
        var value =
                Texts.text("identity.crowd.value", Formats.number(lane.waiting()), Formats.number(lane.turnedAway()));
        return lane.turnedAwayWithin(LATELY)
                ? Line.notice(label, value, Texts.text("identity.crowd.advice"))
                : Line.fine(label, value);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        bind(registry, "everybody", lanes.everybody());
        bind(registry, "visitors", lanes.visitors());
        bind(registry, "pages", lanes.pages());
        bind(registry, "programs", lanes.programs());
        bind(registry, "log-in", lanes.logIn());
    }

    private static void bind(MeterRegistry registry, String name, Lane lane) {
        FunctionCounter.builder("giaoban.turned.away", lane, Lane::turnedAway)
                .description("Requests that found no place in time")
                .tag("lane", name)
                .register(registry);
        Gauge.builder("giaoban.waiting", lane, Lane::waiting)
                .description("Requests that wait for a place")
                .tag("lane", name)
                .register(registry);
    }
}
