package org.giaoban.platform.database;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Objects;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.giaoban.platform.Settings;
import org.giaoban.platform.database.DatabaseConfiguration.Server;
import org.giaoban.platform.database.ServerAccess.Login;
import org.jspecify.annotations.Nullable;

/**
 * Who answers visitors: a log-in of its own that may read the public tables. Its password follows from the owner's, so that
 * every server of an installation knows it and none needs to be told.
 */
final class PortalRole {

    static final String NAME = "giaoban_portal";

    /** No such log-in, not allowed to log in, wrong password. */
    private static final Set<String> TURNED_AWAY = Set.of("28000", "28P01");

    private PortalRole() {}

    static Login login(Login owner, Settings.@Nullable Database told) {
        if (told != null && told.portalPassword() != null) {
            return new Login(Objects.requireNonNullElse(told.portalUser(), NAME), told.portalPassword());
        }
        return new Login(NAME, owner.password().isEmpty() ? "" : derived(owner.password()));
    }

    /** Writes to the database only when the door is shut, because several servers may start at the same moment. */
    static void ensure(Server server) {
        if (opens(server)) {
            return;
        }
        var login = server.portal();
        if (login.user().equals(NAME)) {
            // The password consists of letters, digits, - and _ only, or is the administrator's own.
            var password = login.password().replace("'", "''");
            try (var connection = connect(server, server.owner());
                    var statement = connection.createStatement()) {
                statement.execute("alter role " + NAME + " login password '" + password + "'");
            } catch (SQLException e) {
                throw unusable(login, e);
            }
        }
        try (var connection = connect(server, login)) {
            connection.isValid(5);
        } catch (SQLException e) {
            throw unusable(login, e);
        }
    }

    private static boolean opens(Server server) {
        try (var connection = connect(server, server.portal())) {
            return connection.isValid(5);
        } catch (SQLException e) {
            if (TURNED_AWAY.contains(Objects.requireNonNullElse(e.getSQLState(), ""))) {
                return false;
            }
            throw unusable(server.portal(), e);
        }
    }

    private static Connection connect(Server server, Login login) throws SQLException {
        return DriverManager.getConnection(server.url(), login.user(), login.password());
    }

    private static DatabaseUnavailable unusable(Login login, SQLException e) {
        return new DatabaseUnavailable(
                "The database does not let " + login.user() + " in, who answers visitors. docs/van-hanh.md says how to"
                        + " make that role by hand.",
                e);
    }

    private static String derived(String secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var bytes = mac.doFinal(("role " + NAME).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
