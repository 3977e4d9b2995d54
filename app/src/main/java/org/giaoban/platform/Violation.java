package org.giaoban.platform;

import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/**
 * A rule of the database that a change broke, without the rows it names: those may be of people whom the viewer may not know, and
 * belong into no log.
 *
 * @param state the standard's five letters
 * @param rule the constraint's name, or that of the column
 */
public record Violation(String state, String rule) {

    private static final String UNKNOWN = "?";

    /** The violation behind a failure. */
    public static Violation of(Throwable failure) {
        for (@Nullable Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof SQLException refused) {
                return new Violation(Objects.requireNonNullElse(refused.getSQLState(), UNKNOWN), rule(refused));
            }
        }
        return new Violation(UNKNOWN, UNKNOWN);
    }

    private static String rule(SQLException refused) {
        var message = refused instanceof PSQLException told ? told.getServerErrorMessage() : null;
        if (message == null) {
            return UNKNOWN;
        }
        return Objects.requireNonNullElse(
                message.getConstraint(), Objects.requireNonNullElse(message.getColumn(), UNKNOWN));
    }

    /** What is said to the user: who was first is nobody's business. */
    public String key() {
        return switch (state) {
            case "23505" -> "platform.error.taken";
            case "23503" -> "platform.error.gone";
            default -> state.startsWith("22") ? "platform.error.unfit" : "platform.error.changed-meanwhile";
        };
    }
}
