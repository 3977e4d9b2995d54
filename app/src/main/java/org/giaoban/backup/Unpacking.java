package org.giaoban.backup;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Opens a base: puts the server's files into a folder and compares each with what the server said of it. */
final class Unpacking {

    private static final String OWN_ARCHIVE = "base.tar";
    private static final int BUFFER = 1 << 16;

    private final Path folder;
    private final Path passwords;
    private final Map<String, Manifest.Entry> unpacked = new HashMap<>();
    private final ByteArrayOutputStream manifest = new ByteArrayOutputStream();

    private Unpacking(Path folder, Path passwords) {
        this.folder = folder;
        this.passwords = passwords;
    }

    /** Gives how many files there are. */
    static int unpack(BackupLine line, Base base, PrivateKey key, Path folder, Path passwords) throws IOException {
        var unpacking = new Unpacking(folder, passwords);
        try (var sealed = new SealedInput(Files.newInputStream(base.file()), key, line.name());
                var in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(sealed, BUFFER), BUFFER))) {
            unpacking.read(in);
        }
        Manifest.parse(unpacking.manifest.toByteArray()).check(unpacking.unpacked);
        return unpacking.unpacked.size();
    }

    private void read(DataInputStream in) throws IOException {
        var pieces = new Pieces(in);
        while (pieces.advance()) {
            switch (pieces.kind()) {
                case BaseBackup.OURS ->
                    Durably.write(
                            Durably.folder(passwords),
                            out -> {
                                out.write(pieces.rest());
                                return passwords;
                            },
                            path -> path);
                case 'n' -> archive(pieces);
                case 'm' -> manifest.write(pieces.data().readAllBytes());
                default -> {
                    // how far the server was
                }
            }
        }
    }

    private void archive(Pieces pieces) throws IOException {
        var name = new String(pieces.rest(), StandardCharsets.UTF_8).split("\0", -1)[0];
        if (!name.equals(OWN_ARCHIVE)) {
            throw new IOException(
                    "The database had a tablespace of its own (" + name + "), which a restore cannot place");
        }
        var data = pieces.data();
        var tar = new TarArchiveInputStream(data);
        for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            put(tar, entry);
        }
        data.transferTo(OutputStream.nullOutputStream());
    }

    private void put(InputStream content, TarArchiveEntry entry) throws IOException {
        var target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("A file outside of its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Durably.createFolder(target);
        } else if (entry.isFile()) {
            Durably.createFolder(Durably.folder(target));
            var digest = sha256();
            var size = Files.copy(new DigestInputStream(content, digest), target);
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-------"));
            var hash = HexFormat.of().formatHex(digest.digest());
            unpacked.put(entry.getName(), new Manifest.Entry(size, hash));
        } else {
            throw new IOException("Neither a file nor a folder: " + entry.getName());
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
