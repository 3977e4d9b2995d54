package org.giaoban.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Statements whose text never changes, handed to the driver as they stand. For the few paths on which taking a query apart
 * and putting it together again would cost more than the database's answer; everything else is written with jOOQ.
 */
@Repository
public class FixedStatements {

    private final JdbcTemplate jdbc;
    private final PerTransaction<PutOff> putOff = new PerTransaction<>();

    FixedStatements(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Statements that wait for the end of the transaction. */
    private static final class PutOff {
        private final List<String> texts = new ArrayList<>();
        private final List<@Nullable Object> values = new ArrayList<>();
    }

    /**
     * Something nobody in this transaction reads again: it is written last of all, right before the commit, and goes to the
     * database together with everything else that was put off. Where there is no transaction it is written at once.
     */
    public void executeLast(String sql, @Nullable Object... values) {
        var last = TransactionSynchronizationManager.isActualTransactionActive() ? putOff.get(PutOff::new) : null;
        if (last == null) {
            execute(sql, values);
        } else {
            last.texts.add(sql);
            Collections.addAll(last.values, values);
        }
    }

    /** One trip to the database for all that was put off; to be called by whoever is about to commit. */
    public void writeLast() {
        var last = putOff.find();
        if (last != null && !last.texts.isEmpty()) {
            jdbc.execute(String.join(";\n", last.texts), (PreparedStatementCallback<Boolean>) statement -> {
                bind(statement, last.values.toArray());
                return statement.execute();
            });
            last.texts.clear();
            last.values.clear();
        }
    }

    /** What was put off and a question after it, in one trip: locks of the end are so taken in one order. */
    public <T> List<T> queryLast(String sql, RowMapper<T> row, @Nullable Object... values) {
        var last = putOff.find();
        if (last == null || last.texts.isEmpty()) {
            return query(sql, row, values);
        }
        var text = String.join(";\n", last.texts) + ";\n" + sql;
        var all = new ArrayList<@Nullable Object>(last.values);
        Collections.addAll(all, values);
        last.texts.clear();
        last.values.clear();
        return Objects.requireNonNull(jdbc.execute(text, (PreparedStatementCallback<List<T>>) statement -> {
            bind(statement, all.toArray());
            statement.execute();
            return rows(lastResult(statement), row);
        }));
    }

    private static ResultSet lastResult(PreparedStatement statement) throws SQLException {
        while (statement.getResultSet() == null) {
            if (!statement.getMoreResults() && statement.getUpdateCount() < 0) {
                throw new IllegalStateException("the question has no answer");
            }
        }
        return statement.getResultSet();
    }

    private static <T> List<T> rows(ResultSet found, RowMapper<T> row) throws SQLException {
        var rows = new ArrayList<T>();
        while (found.next()) {
            rows.add(row.mapRow(found, rows.size()));
        }
        return rows;
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

    /**
     * Shows a reader every row of a query as it comes, in a form that is cheap to send and to read. Nothing is bound. Until
     * the last row the connection answers nothing else: a reader that asks the database would wait for itself.
     */
    public void copyOut(String query, Consumer<CopiedRow> reader) {
        jdbc.execute((ConnectionCallback<Long>) connection -> {
            var out = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (" + query + ") to stdout (format binary)");
            try {
                for (var message = out.readFromCopy(); message != null; message = out.readFromCopy()) {
                    var row = CopiedRow.of(message);
                    if (row != null) {
                        reader.accept(row);
                    }
                }
                return out.getHandledRowCount();
            } finally {
                // Read to the end also for a reader who gave up: a stream that is broken off leaves the connection
                // confused.
                while (out.isActive() && out.readFromCopy() != null) {}
            }
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
