package org.giaoban.vault;

import java.util.List;
import java.util.UUID;
import org.giaoban.platform.Actor;
import org.giaoban.platform.AfterRestore;
import org.giaoban.platform.database.Upkeep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Before the doors open: the key file must fit the database, and what an earlier release or an older backup left unsealed is
 * sealed. A start that is interrupted goes on where it was.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class VaultStart implements SmartLifecycle, AfterRestore {

    private static final Logger LOG = LoggerFactory.getLogger(VaultStart.class);
    private static final int EARLY = -1000;

    private final PurposeKeys keys;
    private final KeyFile file;
    private final SealedRows rows;
    private final ObjectProvider<SealedTable> tables;
    private final Upkeep upkeep;
    private final Actor actor;
    private volatile boolean running;

    VaultStart(
            PurposeKeys keys,
            KeyFile file,
            SealedRows rows,
            ObjectProvider<SealedTable> tables,
            Upkeep upkeep,
            Actor actor) {
        this.keys = keys;
        this.file = file;
        this.rows = rows;
        this.tables = tables;
        this.upkeep = upkeep;
        this.actor = actor;
    }

    @Override
    public void start() {
        actor.asSystem(this::prepare);
        running = true;
    }

    /** Restored data may be older than the seals, and what others mend in it must find them. */
    @Override
    public void afterRestore() {
        prepare();
    }

    private void prepare() {
        check();
        tables.stream().forEach(this::seal);
    }

    /** Never a new key file beside a database that was sealed with another: that would only hide what is missing. */
    void check() {
        if (!file.exists()) {
            if (!keys.all().isEmpty()) {
                throw new NotAuthentic(
                        "The key file " + file.path() + " is missing. Put it back from where its copy is"
                                + " kept, or set giaoban.keys.file; without it what the database keeps under seal cannot be read.");
            }
            file.create();
        }
        keys.names();
    }

    void seal(SealedTable table) {
        if (rows.sealed(table)) {
            return;
        }
        var changed = freshen(table);
        if (changed > 0) {
            LOG.info("Sealed {} rows of {}", changed, table.table());
        }
        // also when an earlier start sealed the rows and was killed before their file was written anew
        if (rows.any(table)) {
            upkeep.rewrite(table.table());
        }
        rows.noteSealed(table);
    }

    /** One walk through the whole table; gives how many rows were changed. */
    int freshen(SealedTable table) {
        var changed = 0;
        UUID last = null;
        do {
            var step = rows.step(table, last);
            changed += step.changed();
            last = step.last();
        } while (last != null);
        return changed;
    }

    List<SealedTable> tables() {
        return tables.stream().toList();
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
        return EARLY;
    }
}
