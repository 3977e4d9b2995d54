package org.giaoban.platform;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Asked to end, the server says so at {@code /readyz} and goes on serving for {@code giaoban.drain} (0 s), so that a proxy that asks
 * there sends nobody to a door about to close. Then the door closes, and whoever is inside gets a whole answer.
 */
@Component
class Drain implements SmartLifecycle {

    private final Duration time;
    private volatile boolean running;

    Drain(@Value("${giaoban.drain:0s}") Duration time) {
        this.time = time;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
