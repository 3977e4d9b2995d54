package org.giaoban.personaldata;

import java.util.Set;
import java.util.stream.Collectors;
import org.giaoban.platform.AfterRestore;
import org.giaoban.platform.Keepsakes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Erases again whom a restore brought back. The marks of all erasures lie beside the database as well, in a list that no restore
 * takes back to an earlier day; what a crash kept out of the list is added at the next start.
 */
@Component
class ErasedStayErased implements AfterRestore {

    static final String LIST = "erasures";

    private static final Logger LOG = LoggerFactory.getLogger(ErasedStayErased.class);

    private final Keepsakes keepsakes;
    private final ErasureRepository repository;
    private final Eraser eraser;
    private final Holders holders;
    private final SystemWork system;

    ErasedStayErased(
            Keepsakes keepsakes, ErasureRepository repository, Eraser eraser, Holders holders, SystemWork system) {
        this.keepsakes = keepsakes;
        this.repository = repository;
        this.eraser = eraser;
        this.holders = holders;
        this.system = system;
    }

    /** After the commit: what is on the list has happened. */
    void keep(Erasure erasure) {
        keepsakes.append(LIST, erasure.line());
    }

    @Override
    public void afterRestore() {
        var known = system.read(() -> repository.all().stream().map(Erasure::id).collect(Collectors.toSet()));
        for (var line : keepsakes.lines(LIST)) {
            var erasure = Erasure.of(line);
            if (!known.contains(erasure.id())) {
                again(erasure);
            }
        }
    }

    /** A person who was entered after the moment of the backup is not there at all. */
    private void again(Erasure erasure) {
        system.write(() -> {
            holders.find(erasure.person(), Set.copyOf(erasure.accounts()))
                    .ifPresentOrElse(
                            holder -> eraser.apply(holder.subject(), erasure), () -> repository.insert(erasure));
            return erasure;
        });
        LOG.info("Erased again after a restore: {}", erasure.mark());
    }

    @EventListener(ApplicationReadyEvent.class)
    void addWhatIsMissing() {
        var listed = keepsakes.lines(LIST).stream()
                .map(line -> Erasure.of(line).id())
                .collect(Collectors.toSet());
        system.read(repository::all).stream()
                .filter(erasure -> !listed.contains(erasure.id()))
                .forEach(this::keep);
    }
}
