package org.giaoban.platform.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, carried as an archive on the class path and unpacked once. */
record PostgresBinaries(Path directory) {

    private static final String PREFIX = "bin-";
    private static final Pattern VERSION = Pattern.compile("binaries-[a-z0-9-]+-(\\d+(?:\\.\\d+)+)\\.jar");
    private static final Set<PosixFilePermission> READABLE = PosixFilePermissions.fromString("rwxr-xr-x");
    private static final int ANY_EXECUTE_BIT = 0b001_001_001;

    Path program(String name) {
        return directory.resolve("bin").resolve(name);
    }

    String majorVersion() {
        var version = directory.getFileName().toString().substring(PREFIX.length());
        return version.substring(0, version.indexOf('.'));
    }

    /** Unpacks below the given directory unless that was done before; a half-written copy is never used. */
    static PostgresBinaries unpackedBelow(Path parent) {
        var archive = archive();
        var target = parent.resolve(PREFIX + version(archive));
        try {
            if (Files.notExists(target)) {
                unpackAtOnce(archive, target);
            }
            return new PostgresBinaries(target.toRealPath());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot unpack PostgreSQL to " + target, e);
        }
    }

    private static void unpackAtOnce(URL archive, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        var draft = Files.createTempDirectory(target.getParent(), "bin-unpacking");
        try {
            Files.setPosixFilePermissions(draft, READABLE);
            try (var in = archive.openStream()) {
                unpack(in, draft);
            }
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Trees.delete(draft);
            if (Files.notExists(target)) {
                throw e;
            }
        }
    }

    private static void unpack(InputStream archive, Path directory) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(archive))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var path = directory.resolve(entry.getName()).normalize();
                if (!path.startsWith(directory)) {
                    throw new IOException("Entry outside of the archive's directory: " + entry.getName());
                }
                unpack(tar, entry, path);
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
        } else if (entry.isSymbolicLink()) {
            Files.createDirectories(path.getParent());
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.createDirectories(path.getParent());
            Files.copy(tar, path);
            Files.setPosixFilePermissions(path, permissions(entry.getMode()));
        }
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        return (mode & ANY_EXECUTE_BIT) != 0 ? EnumSet.copyOf(READABLE) : PosixFilePermissions.fromString("rw-r--r--");
    }

    private static URL archive() {
        var name = "/postgres-" + system() + ".txz";
        var found = PostgresBinaries.class.getResource(name);
        if (found == null) {
            throw new DatabaseUnavailable("This program carries no PostgreSQL for this machine (" + name.substring(1)
                    + "). Use a database server of your own: set giaoban.database.url.");
        }
        return found;
    }

    private static String system() {
        var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        var processor = System.getProperty("os.arch", "");
        return system
                + switch (processor) {
                    case "amd64", "x86_64" -> "-x86_64";
                    case "aarch64", "arm64" -> "-arm_64";
                    default -> "-" + processor;
                };
    }

    private static String version(URL archive) {
        var found = VERSION.matcher(archive.toString());
        if (!found.find()) {
            throw new DatabaseUnavailable("Cannot tell the version of PostgreSQL from " + archive);
        }
        return found.group(1);
    }
}
