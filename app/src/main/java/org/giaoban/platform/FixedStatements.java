package org.giaoban.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;

/**
 * Statements whose text never changes, handed to the driver as they stand. For the few paths on which taking a query apart
 * and putting it together again would cost more than the database's answer; everything else is written with jOOQ.
 */
@Repository
public class FixedStatements {

    private final JdbcTemplate jdbc;

    FixedStatements(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns how many rows were written. */
    public int execute(String sql, @Nullable Object... values) {
        return jdbc.update(sql, statement -> bind(statement, values));
    }

    /** The same statement many times, sent together. */
    public void executeAll(String sql, List<Object[]> each) {
        jdbc.batchUpdate(sql, each, each.size(), (statement, values) -> bind(statement, values));
    }

    public <T> List<T> query(String sql, RowMapper<T> row, @Nullable Object... values) {
        return jdbc.query(sql, statement -> bind(statement, values), row);
    }

    /** Takes in many rows at once, as part of the present transaction. */
    public void copy(CopyRows rows) {
        if (rows.rows() == 0) {
            return;
        }
        jdbc.execute((ConnectionCallback<Long>) connection -> {
            try {
                return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(rows.command(), rows.bytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Shows a reader every row of a query as it comes, in a form that is cheap to send and to read. Nothing is bound. */
    public void copyOut(String query, Consumer<CopiedRow> reader) {
        jdbc.execute((ConnectionCallback<Long>) connection -> {
            var out = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (" + query + ") to stdout (format binary)");
            for (var message = out.readFromCopy(); message != null; message = out.readFromCopy()) {
                var row = CopiedRow.of(message);
                if (row != null) {
                    reader.accept(row);
                }
            }
            return out.getHandledRowCount();
        });
    }

    private static void bind(PreparedStatement statement, @Nullable Object[] values) throws SQLException {
        for (var at = 0; at < values.length; at++) {
            bind(statement, at + 1, values[at]);
        }
    }

    private static void bind(PreparedStatement statement, int at, @Nullable Object value) throws SQLException {
        var connection = statement.getConnection();
        switch (value) {
            case null -> statement.setObject(at, null);
            case Instant instant -> statement.setObject(at, instant.atOffset(ZoneOffset.UTC));
            case byte[] bytes -> statement.setBytes(at, bytes);
            case String[] texts -> array(statement, at, connection, "text", texts);
            case BigDecimal[] numbers -> array(statement, at, connection, "numeric", numbers);
            case UUID[] ids -> array(statement, at, connection, "uuid", ids);
            case Long[] numbers -> array(statement, at, connection, "int8", numbers);
            case byte[][] bytes -> array(statement, at, connection, "bytea", bytes);
            case Short[] numbers -> array(statement, at, connection, "int2", numbers);
            case Integer[] numbers -> array(statement, at, connection, "int4", numbers);
            default -> statement.setObject(at, value);
        }
    }

    private static void array(PreparedStatement statement, int at, Connection connection, String type, Object[] values)
            throws SQLException {
        statement.setArray(at, connection.createArrayOf(type, values));
    }
}
