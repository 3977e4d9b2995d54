package org.giaoban.reorganisation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Executions under way, so that the page can be left and returned to. What was done is in the database; here is only how
 * far it got, and it is forgotten with the process.
 */
@Component
class Runs {

    private static final int SHORT_WAIT = 2;

    private final Execution execution;
    private final CurrentViewer viewer;
    private final Map<PlanId, Run> runs = new ConcurrentHashMap<>();

    Runs(Execution execution, CurrentViewer viewer) {
        this.execution = execution;
        this.viewer = viewer;
    }

    /** How far an execution got. */
    static final class Run {

        private final List<String> steps = new ArrayList<>();
        private final CompletableFuture<Plan> result = new CompletableFuture<>();

        private synchronized void reached(String step) {
            steps.add(step);
        }

        synchronized List<String> steps() {
            return List.copyOf(steps);
        }

        boolean running() {
            return !result.isDone();
        }

        /** The rule that said no; null while nothing did. Anything but a rule is thrown on. */
        @Nullable
        Refused refused() {
            if (!result.isCompletedExceptionally()) {
                return null;
            }
            if (result.exceptionNow() instanceof Refused refused) {
                return refused;
            }
            throw new CompletionException(result.exceptionNow());
        }
    }

    /** Starts the execution, unless it runs already, and waits for a moment: most are done by then. */
    void start(PlanId plan, int version) {
        var run = runs.compute(plan, (id, before) -> before != null && before.running() ? before : begin(id, version));
        await(run);
    }

    private Run begin(PlanId plan, int version) {
        var run = new Run();
        var who = viewer.get();
        var locale = LocaleContextHolder.getLocale();
        CompletableFuture.supplyAsync(
                        () -> {
                            LocaleContextHolder.setLocale(locale);
                            return viewer.as(who, () -> execution.execute(plan, version, run::reached));
                        },
                        Thread::startVirtualThread)
                .whenComplete((done, failure) -> {
                    if (failure == null) {
                        run.result.complete(done);
                    } else {
                        run.result.completeExceptionally(
                                failure instanceof CompletionException wrapped && wrapped.getCause() != null
                                        ? wrapped.getCause()
                                        : failure);
                    }
                });
        return run;
    }

    private static void await(Run run) {
        run.result
                .handle((done, failure) -> true)
                .completeOnTimeout(false, SHORT_WAIT, TimeUnit.SECONDS)
                .join();
    }

    Optional<Run> of(PlanId plan) {
        return Optional.ofNullable(runs.get(plan));
    }

    void forget(PlanId plan) {
        runs.remove(plan);
    }
}
