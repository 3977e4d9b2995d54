package org.giaoban.audit;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Holds the lines of a transaction until just before it commits, then writes them all. The ends of the chains are so
 * locked for a moment only and always in the same order: writers neither queue for long nor lock each other out.
 */
@Component
class EntryBuffer {

    private final EntryRepository repository;

    EntryBuffer(EntryRepository repository) {
        this.repository = repository;
    }

    void add(Entry entry) {
        TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Pending.class::isInstance)
                .map(Pending.class::cast)
                .findFirst()
                .orElseGet(this::register)
                .entries
                .add(entry);
    }

    private Pending register() {
        var pending = new Pending();
        TransactionSynchronizationManager.registerSynchronization(pending);
        return pending;
    }

    private final class Pending implements TransactionSynchronization {

        private final List<Entry> entries = new ArrayList<>();

        /** Last of all, so that acts recorded by other synchronizations are written too. */
        @Override
        public int getOrder() {
            return LOWEST_PRECEDENCE;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            if (readOnly && !entries.isEmpty()) {
                throw new IllegalStateException("an act was recorded in a transaction that only reads");
            }
            repository.append(entries);
        }
    }
}
