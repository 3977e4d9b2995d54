package org.giaoban.vault;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Exchanges keys: the master key alone, or the keys of every purpose and with them all that is sealed. */
@Service
class KeyRotation {

    private static final int MOST_WALKS = 20;

    private final PurposeKeys keys;
    private final KeyFile file;
    private final VaultStart walks;
    private final ApplicationEventPublisher events;

    KeyRotation(PurposeKeys keys, KeyFile file, VaultStart walks, ApplicationEventPublisher events) {
        this.keys = keys;
        this.file = file;
        this.walks = walks;
        this.events = events;
    }

    /** A new master key in the file; every key of the database is closed with it. The old one still opens old backups. */
    @Transactional
    public int renewMaster() {
        file.add();
        return rewrap();
    }

    /** What an interrupted exchange of the master key left undone. */
    @Transactional
    public int rewrap() {
        var changed = keys.rewrap();
        events.publishEvent(new KeysRenewed(true, changed, 0));
        return changed;
    }

    /** New keys to seal and to chain with; those of blind indexes and signatures stay. */
    int renewKeys() {
        var renewed = 0;
        for (var name : keys.names()) {
            if (name.use() == WrappedKey.Use.SEAL || name.use() == WrappedKey.Use.MAC) {
                keys.renew(name);
                renewed++;
            }
        }
        return renewed;
    }

    /** Walks through all tables until nothing is left that an old key closed, and gives how many rows it sealed anew. */
    int resealAll() {
        var changed = 0;
        for (var table : walks.tables()) {
            var walked = walks.freshen(table);
            for (var again = 1; walked > 0; again++) {
                changed += walked;
                if (again == MOST_WALKS) {
                    throw new IllegalStateException(table.table() + " is sealed with the old key again and again");
                }
                walked = walks.freshen(table);
            }
        }
        return changed;
    }

    @Transactional
    public void told(int renewed, int rows) {
        events.publishEvent(new KeysRenewed(false, renewed, rows));
    }
}
