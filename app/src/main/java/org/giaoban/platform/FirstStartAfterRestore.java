package org.giaoban.platform;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Finds the note of a restore and lets every module do its part, before workers run and before the doors open. */
@Component
class FirstStartAfterRestore implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(FirstStartAfterRestore.class);

    private final RestoreMark mark;
    private final ObjectProvider<AfterRestore> parts;
    private final Actor actor;
    private volatile boolean running;

    FirstStartAfterRestore(Settings settings, ObjectProvider<AfterRestore> parts, Actor actor) {
        this.mark = RestoreMark.in(settings.data());
        this.parts = parts;
        this.actor = actor;
    }

    @Override
    public void start() {
        if (mark.present()) {
            parts.orderedStream().forEach(part -> {
                actor.asSystem(part::afterRestore);
                LOG.info("Restored data: {} has done its part", part.getClass().getSimpleName());
            });
            mark.takeAway();
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before everything else that starts. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
