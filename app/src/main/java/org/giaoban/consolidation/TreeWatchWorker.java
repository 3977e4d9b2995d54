package org.giaoban.consolidation;

import java.time.Duration;
import org.giaoban.platform.Actor;
import org.giaoban.platform.Worker;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks every few seconds whether the tree has changed, and if so which reports that concerns. */
@Component
class TreeWatchWorker implements SmartLifecycle {

    private static final Duration LOOK = Duration.ofSeconds(5);

    private final Worker worker;
    private final boolean wanted;

    TreeWatchWorker(TreeWatch watch, Actor actor, @Value("${giaoban.tool:false}") boolean tool) {
        worker = new Worker("tree-watch", actor, () -> {
            Thread.sleep(LOOK);
            watch.look();
        });
        wanted = !tool;
    }

    @Override
    public void start() {
        if (wanted) {
            worker.start();
        }
    }

    @Override
    public void stop() {
        worker.stop();
    }

    @Override
    public boolean isRunning() {
        return worker.running();
    }
}
