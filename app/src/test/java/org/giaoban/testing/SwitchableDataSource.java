package org.giaoban.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** Stands in for the application's pool and can be pointed at another database between test classes. */
public final class SwitchableDataSource extends AbstractDataSource implements AutoCloseable {

    private volatile HikariDataSource pool;

    SwitchableDataSource(HikariDataSource pool) {
        this.pool = pool;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return pool.getConnection();
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return pool.getConnection();
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T unwrap(Class<T> type) throws SQLException {
        return type.isInstance(pool) ? (T) pool : super.unwrap(type);
    }

    /** Leaves the present database, so that it may be copied, and goes on with another. */
    public void leave() {
        pool.close();
    }

    public void enter(String url) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(pool.getUsername());
        config.setPassword(pool.getPassword());
        config.setMaximumPoolSize(pool.getMaximumPoolSize());
        config.setConnectionInitSql(pool.getConnectionInitSql());
        config.setMinimumIdle(1);
        config.setDataSourceProperties(pool.getDataSourceProperties());
        pool = new HikariDataSource(config);
    }

    @Override
    public void close() {
        pool.close();
    }
}
