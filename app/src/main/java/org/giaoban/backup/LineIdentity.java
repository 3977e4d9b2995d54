package org.giaoban.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Properties;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Which line of backups an installation writes; kept in its data folder and in no backup, so that a restored installation
 * begins a line of its own and never writes over the one it came from.
 *
 * @param secret what names of files are mixed with, so that they do not betray contents
 */
record LineIdentity(String name, byte[] secret) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int SECRET_BYTES = 32;
    private static final int SUFFIX_BYTES = 3;
    private static final String MAC = "HmacSHA256";

    static Path file(Path data) {
        return data.resolve("backup-line.properties");
    }

    /** The installation's line, a new one when it has none; one at a time, so that all of us write the same. */
    static synchronized LineIdentity of(Path data, Instant now) throws IOException {
        if (Files.exists(file(data))) {
            return read(data);
        }
        var random = new SecureRandom();
        var suffix = new byte[SUFFIX_BYTES];
        random.nextBytes(suffix);
        var secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        var fresh = new LineIdentity(TIME.format(now) + "-" + HexFormat.of().formatHex(suffix), secret);
        Durably.write(
                data,
                out -> {
                    out.write(
                            ("line=" + fresh.name + "\nsecret=" + HexFormat.of().formatHex(secret) + "\n")
                                    .getBytes(StandardCharsets.US_ASCII));
                    return fresh;
                },
                _ -> file(data));
        return fresh;
    }

    private static LineIdentity read(Path data) throws IOException {
        var properties = new Properties();
        try (var in = Files.newBufferedReader(file(data))) {
            properties.load(in);
        }
        return new LineIdentity(
                properties.getProperty("line", ""), HexFormat.of().parseHex(properties.getProperty("secret", "")));
    }

    BackupLine in(Path backups) {
        return new BackupLine(backups.resolve(name));
    }

    /** A name that tells nobody without the secret what it stands for. */
    String hidden(String path) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(secret, MAC));
            return HexFormat.of().formatHex(mac.doFinal(path.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
