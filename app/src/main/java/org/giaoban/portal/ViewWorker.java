package org.giaoban.portal;

import java.time.Duration;
import org.giaoban.platform.Actor;
import org.giaoban.platform.Worker;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Writes the readings of the last second, and those of the last moment when the server stops. */
@Component
class ViewWorker implements SmartLifecycle {

    private static final Duration EACH = Duration.ofSeconds(1);

    private final Worker worker;
    private final Views views;

    ViewWorker(Views views, Actor actor) {
        this.views = views;
        worker = new Worker("views", actor, () -> {
            Thread.sleep(EACH);
            views.flush();
        });
    }

    @Override
    public void start() {
        worker.start();
    }

    @Override
    public void stop() {
        worker.stop();
        views.flush();
    }

    @Override
    public boolean isRunning() {
        return worker.running();
    }

    /** Begins before the door is opened and ends after it was closed. */
    @Override
    public int getPhase() {
        return 0;
    }
}
