package org.giaoban.personaldata;

import java.util.function.Supplier;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is known of a person lies in units the person may never see: it is gathered as the system, in a transaction of its own,
 * by callers who have made sure for whom.
 */
@Component
class SystemWork {

    private final CurrentViewer viewer;
    private final TransactionTemplate reading;
    private final TransactionTemplate writing;

    SystemWork(CurrentViewer viewer, PlatformTransactionManager transactions) {
        this.viewer = viewer;
        this.reading = own(transactions);
        this.reading.setReadOnly(true);
        this.writing = own(transactions);
    }

    private static TransactionTemplate own(PlatformTransactionManager transactions) {
        var template = new TransactionTemplate(transactions);
        template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return template;
    }

    <T> T read(Supplier<T> work) {
        return viewer.as(Viewer.SYSTEM, () -> reading.execute(status -> work.get()));
    }

    <T> T write(Supplier<T> work) {
        return viewer.as(Viewer.SYSTEM, () -> writing.execute(status -> work.get()));
    }
}
