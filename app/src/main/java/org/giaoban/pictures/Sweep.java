package org.giaoban.pictures;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes pictures away that nothing has needed for a while; who begins to need one meanwhile keeps it. */
@Component
class Sweep {

    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
    private static final int BATCH = 200;
    private static final UUID FIRST = new UUID(0, 0);

    private final PictureRepository repository;
    private final List<PictureUse> uses;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final int days;

    /** @param days after how many days an unused picture goes; 0 keeps all */
    Sweep(
            PictureRepository repository,
            List<PictureUse> uses,
            TransactionTemplate transactions,
            Clock clock,
            @Value("${giaoban.unused-pictures-days:90}") int days) {
        this.repository = repository;
        this.uses = uses;
        this.transactions = transactions;
        this.clock = clock;
        this.days = days;
    }

    int run() {
        return days <= 0 ? 0 : run(clock.instant().minus(Duration.ofDays(days)));
    }

    /** Gives how many of those that came before the moment went. */
    int run(Instant moment) {
        var gone = 0;
        var after = FIRST;
        while (true) {
            var last = after;
            var batch = repository.before(moment, last, BATCH);
            if (batch.isEmpty()) {
                return told(gone);
            }
            gone += (int)
                    unneeded(batch).stream().filter(id -> taken(id, moment)).count();
            after = batch.getLast();
        }
    }

    private List<UUID> unneeded(List<UUID> batch) {
        var needed = new HashSet<UUID>();
        uses.forEach(use -> needed.addAll(use.needed(batch)));
        return batch.stream().filter(id -> !needed.contains(id)).toList();
    }

    /** Each in a transaction of its own; a text that was saved with it since holds it by its reference. */
    private boolean taken(UUID id, Instant moment) {
        try {
            return Boolean.TRUE.equals(transactions.execute(status -> repository.delete(id, moment)));
        } catch (DataIntegrityViolationException needed) {
            return false;
        }
    }

    private static int told(int gone) {
        if (gone > 0) {
            LOG.info("{} pictures that nothing needed were taken away", gone);
        }
        return gone;
    }
}
