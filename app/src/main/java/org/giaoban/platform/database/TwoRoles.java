package org.giaoban.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.giaoban.platform.PublicSide;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** Connections of the public's role while a visitor reads, of the application's role otherwise. */
class TwoRoles extends AbstractDataSource {

    private final DataSource office;
    private final DataSource portal;

    TwoRoles(DataSource office, DataSource portal) {
        this.office = office;
        this.portal = portal;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return (PublicSide.entered() ? portal : office).getConnection();
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return office.getConnection(username, password);
    }

    /** What is asked about the pool is asked about the office's. */
    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return type.isInstance(this) ? type.cast(this) : office.unwrap(type);
    }
}
