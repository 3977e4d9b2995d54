package org.giaoban.indicators;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells where facts of one kind of source came from. Implemented by the module that puts them (reporting: kind "return"). */
public interface FactOrigins {

    String sourceKind();

    /** In one statement for all ids. */
    Map<UUID, Origin> origins(Collection<UUID> sourceIds);

    /** File (null when typed on screen), link to the source's page, who entered, submitted and accepted it, as display names. */
    record Origin(
            String label,
            String href,
            @Nullable String fileName,
            @Nullable Act submitted,
            @Nullable Act accepted) {}

    /** Why values are what they are since then, where whoever sent them said so; in one statement. */
    default Map<Said, String> reasons(String indicator, Collection<Said> said) {
        return Map.of();
    }

    /** A source that said something at a moment. */
    record Said(UUID source, Instant at) {}

    /** Somebody did it then. */
    record Act(String byName, Instant at) {}
}
