package org.giaoban.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.giaoban.platform.RowContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/**
 * Begins every transaction with the viewer's identity in {@code app.account} and {@code app.units}. Textual SET LOCAL of
 * validated ids, because a distributed server forwards only that form to its workers.
 */
class RowSecurityTransactions extends JdbcTransactionManager {

    private static final long serialVersionUID = 1L;

    private final transient ObjectProvider<RowContext> context;

    RowSecurityTransactions(DataSource dataSource, ObjectProvider<RowContext> context) {
        super(dataSource);
        this.context = context;
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
            throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        var viewer = context.getIfAvailable();
        if (viewer == null || viewer.account() == null) {
            return;
        }
        var units = viewer.units().stream().map(UUID::toString).collect(Collectors.joining(","));
        try (var statement = connection.createStatement()) {
            statement.execute(
                    "set local app.account = '" + viewer.account() + "'; set local app.units = '{" + units + "}'");
        }
    }
}
