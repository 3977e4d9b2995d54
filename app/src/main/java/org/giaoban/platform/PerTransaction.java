package org.giaoban.platform;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Something that belongs to the present transaction: it ends with it, and steps aside while another one runs. */
public final class PerTransaction<T> {

    /** Made when it is first asked for; null where there is no transaction. */
    public @Nullable T get(Supplier<T> fresh) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return null;
        }
        var held = held();
        if (held == null) {
            held = new Held(fresh.get());
            TransactionSynchronizationManager.bindResource(this, held);
            TransactionSynchronizationManager.registerSynchronization(held);
        }
        return held.value;
    }

    /** Null where nobody asked for it in this transaction. */
    @Nullable
    T find() {
        var held = held();
        return held == null ? null : held.value;
    }

    @SuppressWarnings("unchecked")
    private @Nullable Held held() {
        return (Held) TransactionSynchronizationManager.getResource(this);
    }

    private final class Held implements TransactionSynchronization {

        private final T value;

        private Held(T value) {
            this.value = value;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(PerTransaction.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(PerTransaction.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(PerTransaction.this);
        }
    }
}
