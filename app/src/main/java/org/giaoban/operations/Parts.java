package org.giaoban.operations;

import java.util.Comparator;
import java.util.List;
import org.giaoban.platform.PartState;
import org.giaoban.platform.StateSource;
import org.giaoban.platform.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Asks every room how its part is; one that cannot say is a fault and keeps none of the others silent. */
@Component
class Parts {

    private static final Logger LOG = LoggerFactory.getLogger(Parts.class);

    private final ObjectProvider<StateSource> sources;

    Parts(ObjectProvider<StateSource> sources) {
        this.sources = sources;
    }

    /** A part under its name for programs. */
    record Part(String name, PartState state) {}

    /** The worst first, the rest in the order of the rooms. */
    List<Part> all() {
        return sources.orderedStream()
                .map(source -> new Part(source.part(), state(source)))
                .sorted(Comparator.comparing((Part part) -> part.state().level())
                        .reversed())
                .toList();
    }

    List<StateSource> sources() {
        return sources.orderedStream().toList();
    }

    static PartState state(StateSource source) {
        try {
            return source.state();
        } catch (DataAccessException | TransactionException | org.jooq.exception.DataAccessException away) {
            LOG.warn("The part {} cannot say how it is: {}", source.part(), away.getMessage());
            return unreadable(source);
        }
    }

    private static PartState unreadable(StateSource source) {
        var line = PartState.Line.fault(
                Texts.text("operations.unreadable"),
                Texts.text("operations.unreadable.value"),
                Texts.text("operations.unreadable.advice"));
        return new PartState(source.part(), "alert-circle", List.of(line));
    }
}
