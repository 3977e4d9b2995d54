package org.giaoban.platform;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is wrong with the machine rather than with the request: it passes, and the same request may be sent again. */
public enum Outage {

    /** The database is gone, starts, or does not answer. */
    AWAY,

    /** No room on a disk. */
    FULL,

    /** The work took longer than anybody should wait. */
    SLOW,

    /** More ask than can be served in time. */
    BUSY;

    private static final Set<String> NO_ROOM = Set.of("53100", "58030");
    private static final Set<String> TOO_LONG = Set.of("57014", "25P03", "25P04");
    private static final Set<String> GONE = Set.of("57P01", "57P02", "57P03", "57P05", "53300", "53200");
    private static final int DEEPEST = 20;

    /** After how many seconds it is worth coming again. */
    int seconds() {
        return switch (this) {
            case BUSY -> 2;
            case AWAY -> 5;
            case SLOW -> 15;
            case FULL -> 60;
        };
    }

    /** Its name for programs and in texts. */
    String kind() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What the failure comes from, if it comes from an outage. */
    public static Optional<Outage> of(Throwable failure) {
        @Nullable Throwable cause = failure;
        for (var depth = 0; cause != null && depth < DEEPEST; depth++) {
            var found = one(cause);
            if (found.isPresent()) {
                return found;
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    private static Optional<Outage> one(Throwable failure) {
        return switch (failure) {
            case SQLTransientConnectionException _ -> Optional.of(AWAY);
            case SQLException sql -> ofState(sql.getSQLState());
            case IOException io
            when String.valueOf(io.getMessage()).contains("No space left on device") -> Optional.of(FULL);
            default -> Optional.empty();
        };
    }

    private static Optional<Outage> ofState(@Nullable String state) {
        if (state == null) {
            return Optional.empty();
        }
        if (NO_ROOM.contains(state)) {
            return Optional.of(FULL);
        }
        if (TOO_LONG.contains(state)) {
            return Optional.of(SLOW);
        }
        return state.startsWith("08") || GONE.contains(state) ? Optional.of(AWAY) : Optional.empty();
    }
}
