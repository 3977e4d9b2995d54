package org.giaoban.platform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * What many ask at one moment is done in one go: whoever comes while a round is under way waits for the next, which takes all
 * who wait. Nobody waits for company: when no round is under way, one begins. When a round fails, each of it is tried alone,
 * so that nobody fails for another's sake.
 */
public final class Together<A, B> {

    /** More than this do not wait longer for being divided, and no statement grows beyond measure. */
    private static final int MOST = 500;

    private final String name;
    private final Function<A, ?> key;
    private final Function<List<A>, Map<A, Supplier<B>>> round;
    private final Queue<Waiting<A, B>> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean busy = new AtomicBoolean();

    /**
     * @param key of those with the same key only one goes into a round: the other sees what the first has done
     * @param round does what is asked, and says for each what it gets to hear: an answer, or a refusal thrown
     */
    public Together(String name, Function<A, ?> key, Function<List<A>, Map<A, Supplier<B>>> round) {
        this.name = name;
        this.key = key;
        this.round = round;
    }

    private record Waiting<A, B>(A asked, CompletableFuture<Supplier<B>> answer) {}

    /** Returns when the round this was in is done. */
    public B ask(A what) {
        return add(what).join().get();
    }

    /** For what nobody waits for: it is done soon. */
    public void tell(A what) {
        var _ = add(what);
    }

    /** How many wait for the next round. */
    int waiting() {
        return waiting.size();
    }

    private CompletableFuture<Supplier<B>> add(A what) {
        var own = new Waiting<A, B>(what, new CompletableFuture<>());
        waiting.add(own);
        begin();
        return own.answer();
    }

    /** A thread of the machine's own: a virtual one would stand in line behind all those who wait for it. */
    private void begin() {
        if (busy.compareAndSet(false, true)) {
            Thread.ofPlatform().daemon().name(name).start(this::work);
        }
    }

    private void work() {
        try {
            for (var all = next(); !all.isEmpty(); all = next()) {
                serve(all);
            }
        } finally {
            busy.set(false);
        }
        if (!waiting.isEmpty()) {
            begin();
        }
    }

    private List<Waiting<A, B>> next() {
        var next = new LinkedHashMap<Object, Waiting<A, B>>();
        for (var each = waiting.iterator(); each.hasNext() && next.size() < MOST; ) {
            var one = each.next();
            if (next.putIfAbsent(key.apply(one.asked()), one) == null) {
                each.remove();
            }
        }
        return List.copyOf(next.values());
    }

    private void serve(List<Waiting<A, B>> all) {
        try {
            var answers = round.apply(all.stream().map(Waiting::asked).toList());
            all.forEach(one -> {
                var answer = answers.get(one.asked());
                if (answer != null) {
                    one.answer().complete(answer);
                }
            });
        } catch (DataAccessResourceFailureException | CannotCreateTransactionException gone) {
            all.forEach(one -> refuse(one, gone));
        } catch (RuntimeException failure) {
            if (all.size() == 1) {
                refuse(all.getFirst(), failure);
            } else {
                all.forEach(one -> serve(List.of(one)));
            }
        } finally {
            all.forEach(one -> refuse(one, new IllegalStateException(name + " was broken off")));
        }
    }

    /** Those who have their answer keep it. */
    private void refuse(Waiting<A, B> one, RuntimeException why) {
        one.answer().complete(() -> {
            throw why;
        });
    }
}
