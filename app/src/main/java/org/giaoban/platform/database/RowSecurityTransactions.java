package org.giaoban.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.giaoban.platform.FixedStatements;
import org.giaoban.platform.RowContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * Begins every transaction by telling the database who acts, and ends it with what was put off. Textual SET LOCAL of checked values, because a distributed
 * server forwards only that form to its workers.
 */
class RowSecurityTransactions extends JdbcTransactionManager {

    private static final long serialVersionUID = 1L;
    private static final Pattern NAME = Pattern.compile("app\\.[a-z_]+");

    private final transient ObjectProvider<RowContext> context;
    private final transient ObjectProvider<FixedStatements> statements;

    RowSecurityTransactions(
            DataSource dataSource, ObjectProvider<RowContext> context, ObjectProvider<FixedStatements> statements) {
        super(dataSource);
        this.context = context;
        this.statements = statements;
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        context.getObject().prepare();
        super.doBegin(transaction, definition);
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
            throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        var settings = context.getObject().settings();
        if (!settings.isEmpty()) {
            try (var statement = connection.createStatement()) {
                statement.execute(sql(settings));
            }
        }
    }

    /** What was put off to the end is part of what is committed: where it cannot be written, nothing is. */
    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        statements.getObject().writeLast();
        super.doCommit(status);
    }

    private static String sql(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(setting -> "set local "
                        + checked(
                                setting.getKey(), NAME.matcher(setting.getKey()).matches()) + " = '"
                        + checked(setting.getValue(), harmless(setting.getValue())) + "'")
                .collect(Collectors.joining("; "));
    }

    /** Small letters, digits and the marks of lists of identifiers; read by hand because the lists are long. */
    private static boolean harmless(String value) {
        for (var at = 0; at < value.length(); at++) {
            var c = value.charAt(at);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'z') && "{},-".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private static String checked(String text, boolean good) {
        if (!good) {
            throw new IllegalArgumentException("not a setting of row security");
        }
        return text;
    }
}
