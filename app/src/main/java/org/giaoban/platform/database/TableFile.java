package org.giaoban.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.postgresql.util.PSQLWarning;

/** The file in which a table's rows are. */
public final class TableFile {

    private static final Pattern TABLE = Pattern.compile("[a-z_]+\\.[a-z_]+");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration AGAIN_AFTER = Duration.ofMillis(200);

    private TableFile() {}

    /**
     * Writes it anew until nothing is in it of what the rows held before. Whoever began to read earlier may still see the rows as
     * they were, and PostgreSQL keeps them for that reader.
     *
     * @throws DatabaseUnavailable when such a reader does not end within a minute
     */
    public static void rewrite(Connection owner, String table) throws SQLException {
        if (!TABLE.matcher(table).matches()) {
            throw new IllegalArgumentException("not a table: " + table);
        }
        var since = System.nanoTime();
        while (!rewritten(owner, table)) {
            if (System.nanoTime() - since > LONGEST.toNanos()) {
                throw new DatabaseUnavailable(
                        "Somebody has been reading " + table
                                + " for a minute: what its rows held before cannot be taken out of its file. End other programs and start again");
            }
            LockSupport.parkNanos(AGAIN_AFTER.toNanos());
        }
    }

    /** The detail of PostgreSQL's report begins with the number of rows it had to keep, in every language. */
    private static boolean rewritten(Connection owner, String table) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute("vacuum (full, verbose) " + table);
            for (var told = statement.getWarnings(); told != null; told = told.getNextWarning()) {
                if (told instanceof PSQLWarning warning && keepsRows(warning)) {
                    return false;
                }
            }
            statement.execute("analyze " + table);
            return true;
        }
    }

    private static boolean keepsRows(PSQLWarning told) {
        var detail = told.getServerErrorMessage().getDetail();
        var number = NUMBER.matcher(detail == null ? "" : detail);
        return number.find() && Long.parseLong(number.group()) > 0;
    }
}
