package org.giaoban.reporting;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.giaoban.platform.Actor;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Texts;
import org.giaoban.reporting.BulkBatch.Refusal;
import org.giaoban.reporting.Filing.Source;
import org.giaoban.reporting.Filing.Wish;
import org.giaoban.reporting.Saved.Status;
import org.giaoban.reporting.ValueFile.Row;
import org.giaoban.reporting.ValueReader.Read;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Takes a file of values with returns by the thousand. While one batch is written the next is read and checked; a batch
 * is written whole or not at all, and what was written before is found unchanged when the file comes again.
 */
@Component
class BulkImport {

    private static final int RETURNS_AT_ONCE = 500;

    private final BulkPreparation preparation;
    private final BulkWriting writing;
    private final Filing filing;
    private final Actor actor;

    BulkImport(BulkPreparation preparation, BulkWriting writing, Filing filing, Actor actor) {
        this.preparation = preparation;
        this.writing = writing;
        this.filing = filing;
        this.actor = actor;
    }

    /** What became of the returns so far. */
    record Counts(long returns, long values, long sent, long drafts, long unchanged, long refused) {

        static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

        Counts and(Counts more) {
            return new Counts(
                    returns + more.returns,
                    values + more.values,
                    sent + more.sent,
                    drafts + more.drafts,
                    unchanged + more.unchanged,
                    refused + more.refused);
        }
    }

    /** Hears of every batch that was written, with all counts so far, and of what was not taken. */
    interface Listener {
        void written(Counts sofar, List<Refusal> refused);
    }

    Counts take(Path file, Listener listener) {
        var name = file.getFileName().toString();
        try (var values = new ValueFile(file);
                var writer = Executors.newSingleThreadExecutor()) {
            return take(values, name, writer, listener);
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    private Counts take(ValueFile values, String name, ExecutorService writer, Listener listener) {
        var counts = Counts.NONE;
        var batch = BulkBatch.NONE;
        var written = CompletableFuture.completedFuture(Counts.NONE);
        for (var returns = some(values); !returns.isEmpty(); returns = some(values)) {
            var next = preparation.prepare(returns, batch);
            counts = counts.and(written.join());
            listener.written(counts, batch.refusals());
            batch = next;
            written = CompletableFuture.supplyAsync(() -> write(next, name), writer);
        }
        counts = counts.and(written.join());
        listener.written(counts, batch.refusals());
        return counts;
    }

    private static List<List<Row>> some(ValueFile values) {
        var returns = new ArrayList<List<Row>>();
        while (returns.size() < RETURNS_AT_ONCE) {
            var next = values.next();
            if (next.isEmpty()) {
                break;
            }
            returns.add(next.get());
        }
        return returns;
    }

    private Counts write(BulkBatch batch, String name) {
        var counts = new Counts[] {Counts.NONE};
        actor.asSystem(() -> counts[0] = together(batch, name));
        return counts[0];
    }

    private Counts together(BulkBatch batch, String name) {
        var fresh = batch.fresh();
        var alone = new ArrayList<>(batch.others());
        var counts = new Counts(
                fresh.size() + batch.others().size() + batch.refusals().size() + batch.unchangedReturns(),
                0,
                0,
                0,
                batch.unchangedReturns(),
                batch.refusals().size());
        try {
            var sent = writing.write(fresh, name);
            long values = fresh.stream()
                    .mapToLong(checked ->
                            checked.read().reading().content().values().size())
                    .sum();
            counts = counts.and(new Counts(0, values, sent, fresh.size() - sent, 0, 0));
        } catch (DuplicateKeyException meanwhile) {
            // Somebody else sent one of them while it was being checked: each must look for itself.
            fresh.forEach(checked -> alone.add(checked.read()));
        }
        for (var read : alone) {
            counts = counts.and(one(read, name, batch.refusals()::add));
        }
        return counts;
    }

    private Counts one(Read read, String name, Consumer<Refusal> refused) {
        var source = new Source(Version.Origin.API, name, null);
        Status status;
        try {
            status = filing.save(read.key(), read.reading(), source, Wish.SEND).status();
        } catch (Refused refusal) {
            refused.accept(new Refusal(read.line(), refusal.text()));
            return new Counts(0, 0, 0, 0, 0, 1);
        }
        var values = read.reading().content().values().size();
        return switch (status) {
            case SENT -> new Counts(0, values, 1, 0, 0, 0);
            case DRAFT -> new Counts(0, values, 0, 1, 0, 0);
            case UNCHANGED, OLDER -> new Counts(0, 0, 0, 0, 1, 0);
            case CLOSED, SENT_STAYS -> {
                var why = status == Status.CLOSED ? "reporting.import.closed" : "reporting.import.sent-stays";
                refused.accept(new Refusal(read.line(), Texts.text(why)));
                yield new Counts(0, 0, 0, 0, 0, 1);
            }
        };
    }
}
