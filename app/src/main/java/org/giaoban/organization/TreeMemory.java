package org.giaoban.organization;

import org.giaoban.platform.Memory;
import org.giaoban.platform.PerTransaction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The history of the tree, kept between transactions and renewed when its number in the database is another. A transaction
 * asks for the number once; one that changes the tree itself has a history of its own that nobody else sees.
 */
@Component
class TreeMemory implements Memory {

    private final HistoryRepository repository;
    private final PerTransaction<Seen> seen = new PerTransaction<>();
    private volatile TreeHistory known = TreeHistory.NONE;

    TreeMemory(HistoryRepository repository) {
        this.repository = repository;
    }

    /** What the present transaction has seen of the tree. */
    private static final class Seen {
        private @Nullable TreeHistory history;
        private boolean changed;
    }

    TreeHistory now() {
        var seen = seen();
        if (seen == null) {
            return publish(read());
        }
        var history = seen.history;
        if (history == null) {
            history = seen.changed ? read() : publish(read());
            seen.history = history;
        }
        return history;
    }

    /** The present transaction changed the tree: what it reads from now on is its own until it commits. */
    void changed() {
        renew();
        var seen = seen();
        if (seen != null) {
            seen.changed = true;
        }
    }

    /** The present transaction waited for another to finish changing the tree, and must look again. */
    void renew() {
        var seen = seen();
        if (seen != null) {
            seen.history = null;
            repository.renewed();
        }
    }

    @Override
    public void forget() {
        known = TreeHistory.NONE;
    }

    private TreeHistory read() {
        var last = known;
        var number = repository.number();
        if (number < last.number()) {
            // Seen a moment before another one changed the tree; only a database put back to an earlier day still says
            // so.
            repository.renewed();
            number = repository.number();
        }
        if (number == last.number()) {
            return last;
        }
        return last == TreeHistory.NONE || number < last.number() ? repository.all() : repository.after(last);
    }

    private TreeHistory publish(TreeHistory committed) {
        known = committed;
        return committed;
    }

    private @Nullable Seen seen() {
        return seen.get(Seen::new);
    }
}
