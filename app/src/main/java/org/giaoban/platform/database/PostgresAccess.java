package org.giaoban.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Properties;

/** Port and passwords of the server, kept in a file only its owner may read. */
record PostgresAccess(int port, String superuserPassword, String ownerPassword) {

    static final String SUPERUSER = "postgres";
    static final String OWNER = "giaoban";
    static final String DATABASE = "giaoban";

    private static final int PASSWORD_BYTES = 24;
    private static final String PORT = "port";
    private static final String SUPERUSER_KEY = "superuser.password";
    private static final String OWNER_KEY = "owner.password";

    static Optional<PostgresAccess> read(PostgresHome home) {
        var properties = new Properties();
        try (var in = Files.newBufferedReader(home.accessFile())) {
            properties.load(in);
        } catch (java.nio.file.NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + home.accessFile(), e);
        }
        return Optional.of(new PostgresAccess(
                Integer.parseInt(properties.getProperty(PORT, "0")),
                properties.getProperty(SUPERUSER_KEY, ""),
                properties.getProperty(OWNER_KEY, "")));
    }

    static PostgresAccess fresh() {
        return new PostgresAccess(0, randomPassword(), randomPassword());
    }

    PostgresAccess on(int otherPort) {
        return new PostgresAccess(otherPort, superuserPassword, ownerPassword);
    }

    void write(PostgresHome home) {
        var text = "%s=%d%n%s=%s%n%s=%s%n"
                .formatted(PORT, port, SUPERUSER_KEY, superuserPassword, OWNER_KEY, ownerPassword);
        try {
            var draft = Files.createTempFile(
                    home.directory(),
                    "access",
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            // Without these passwords the tables are lost: the file must stand after a power cut, old or new but whole.
            try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
                channel.force(true);
            }
            Files.move(draft, home.accessFile(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + home.accessFile(), e);
        }
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    @Override
    public String toString() {
        return "PostgresAccess[port=" + port + "]";
    }

    private static String randomPassword() {
        var bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
