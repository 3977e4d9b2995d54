package org.giaoban.identity;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells who is looking during this request or command, and keeps what was found out about them until it ends. */
@Component
public class CurrentViewer {

    private final ThreadLocal<@Nullable Visit> visit = new ThreadLocal<>();

    public Optional<Viewer> find() {
        return Optional.ofNullable(visit.get()).map(Visit::viewer);
    }

    public Viewer get() {
        return find().orElseThrow(() -> new IllegalStateException("nobody is signed in here"));
    }

    public <T> T as(Viewer viewer, Supplier<T> work) {
        var before = enter(viewer);
        try {
            return work.get();
        } finally {
            leave(before);
        }
    }

    public void run(Viewer viewer, Runnable work) {
        as(viewer, () -> {
            work.run();
            return viewer;
        });
    }

    /** Remembers a fact for the rest of this request only, so that nothing outlives a change of rights. */
    public <T> void remember(Class<T> kind, T fact) {
        var current = visit.get();
        if (current != null) {
            current.facts.put(kind, fact);
        }
    }

    public <T> Optional<T> remembered(Class<T> kind) {
        return Optional.ofNullable(visit.get()).map(current -> kind.cast(current.facts.get(kind)));
    }

    public void forget(Class<?> kind) {
        var current = visit.get();
        if (current != null) {
            current.facts.remove(kind);
        }
    }

    /** Begins a visit and gives the one it interrupts. */
    @Nullable
    Visit enter(Viewer viewer) {
        var before = visit.get();
        visit.set(new Visit(viewer, new HashMap<>()));
        return before;
    }

    void leave(@Nullable Visit before) {
        if (before == null) {
            visit.remove();
        } else {
            visit.set(before);
        }
    }

    /** One viewer's request or command. */
    record Visit(Viewer viewer, Map<Class<?>, Object> facts) {}
}
