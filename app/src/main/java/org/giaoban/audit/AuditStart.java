package org.giaoban.audit;

import java.util.Map;
import java.util.UUID;
import org.giaoban.kernel.Uuid7;
import org.giaoban.platform.Actor;
import org.giaoban.platform.AfterRestore;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Before the doors open, and after the key file was looked at: from here on every line carries a key. After a restore the
 * checkpoints of the time that was taken back are set aside: the log rightly does not grow out of them any more.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class AuditStart implements SmartLifecycle, AfterRestore {

    private static final int AFTER_THE_VAULT = -900;

    private static final ObjectRef LOG = new ObjectRef("audit", new UUID(0, 0));

    private final ChainKeys keys;
    private final EntryReader reader;
    private final Checkpoints checkpoints;
    private final Audit audit;
    private final Actor actor;
    private volatile boolean running;

    AuditStart(ChainKeys keys, EntryReader reader, Checkpoints checkpoints, Audit audit, Actor actor) {
        this.keys = keys;
        this.reader = reader;
        this.checkpoints = checkpoints;
        this.audit = audit;
        this.actor = actor;
    }

    @Override
    public void afterRestore() {
        keys.markAll();
        checkpoints.setAside();
        audit.record("audit.restored", LOG, null, Map.of());
    }

    @Override
    public void start() {
        actor.asSystem(() -> {
            keys.markAll();
            // Lines are listed by their identifiers: a clock that went back meanwhile must not put new ones before old
            // ones.
            reader.newest().ifPresent(Uuid7::continueAfter);
        });
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

    @Override
    public int getPhase() {
        return AFTER_THE_VAULT;
    }
}
