package org.giaoban.platform.database;

/**
 * How the server is reached by those who copy all of it: as the superuser of the embedded one, as the application's own user
 * of an outside one, who then needs the right to replicate.
 *
 * @param encrypted whether an outside server is asked for TLS, with its certificate checked
 */
public record ServerAccess(String host, int port, String database, Login login, boolean encrypted) {

    /** A user of the server. */
    public record Login(String user, String password) {

        @Override
        public String toString() {
            return user;
        }
    }

    public String url() {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database + (encrypted ? "?sslmode=verify-full" : "");
    }
}
