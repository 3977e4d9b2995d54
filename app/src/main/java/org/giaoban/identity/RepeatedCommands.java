package org.giaoban.identity;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.giaoban.identity.AnswerRepository.Answer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes a command safe to send again: the command and its answer are one transaction, so either both are kept or
 * neither. A refused command did nothing and leaves no answer; it may be sent again under the same key.
 */
@Component
class RepeatedCommands {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final int FAILED = 400;

    /** Each clearing takes many more old answers than came new since the one before. */
    private static final int CLEARED_EVERY = 20;

    private final AnswerRepository answers;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final AtomicLong commands = new AtomicLong();

    RepeatedCommands(AnswerRepository answers, PlatformTransactionManager transactions, Clock clock) {
        this.answers = answers;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** What became of a command under its key. */
    sealed interface Outcome {

        /** Carried out now, or refused now. */
        record Fresh() implements Outcome {}

        /** Carried out before. */
        record Again(Answer answer) implements Outcome {}

        /** The key belongs to another command. */
        record Other() implements Outcome {}
    }

    Outcome once(TokenId token, String key, byte[] request, Supplier<Answer> command) {
        return Objects.requireNonNull(transaction.execute(status -> {
            if (!answers.take(token, key, request, clock.instant())) {
                var earlier = answers.find(token, key).orElseThrow();
                return MessageDigest.isEqual(earlier.request(), request)
                        ? new Outcome.Again(earlier)
                        : new Outcome.Other();
            }
            var answer = command.get();
            if (answer.status() >= FAILED) {
                status.setRollbackOnly();
            } else {
                answers.keep(token, key, answer);
                if (commands.incrementAndGet() % CLEARED_EVERY == 0) {
                    answers.deleteBefore(clock.instant().minus(KEPT));
                }
            }
            return new Outcome.Fresh();
        }));
    }
}
