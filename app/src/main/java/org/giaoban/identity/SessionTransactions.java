package org.giaoban.identity;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.SimpleTransactionStatus;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** What is written of sessions is written in a transaction of its own; what is read is one question, which needs none. */
@Component("springSessionTransactionOperations")
class SessionTransactions implements TransactionOperations {

    private final TransactionTemplate writing;
    private final ThreadLocal<Boolean> reads = ThreadLocal.withInitial(() -> false);

    SessionTransactions(PlatformTransactionManager transactions) {
        writing = new TransactionTemplate(transactions);
        writing.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    <T extends @Nullable Object> T reading(Supplier<T> work) {
        reads.set(true);
        try {
            return work.get();
        } finally {
            reads.remove();
        }
    }

    @Override
    public <T extends @Nullable Object> T execute(TransactionCallback<T> work) {
        return reads.get() ? work.doInTransaction(new SimpleTransactionStatus(false)) : writing.execute(work);
    }
}
