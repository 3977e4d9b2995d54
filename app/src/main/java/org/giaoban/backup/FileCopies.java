package org.giaoban.backup;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.giaoban.platform.Keepsakes;

/** Copies of uploaded files, each once, and of the lists that no restore takes back, in their newest state. */
final class FileCopies {

    private static final String UPLOADS = "files";
    private static final int SHELF_NAME = 2;

    /** A folder may get another file within the same tick of its clock. */
    private static final Duration TICK = Duration.ofSeconds(2);

    private final Path data;
    private final LineIdentity identity;
    private final BackupLine line;
    private final PublicKey receiver;
    private final InstantSource time;
    private final Map<Path, FileTime> seen = new HashMap<>();

    FileCopies(Path data, LineIdentity identity, BackupLine line, PublicKey receiver, InstantSource time) {
        this.data = data;
        this.identity = identity;
        this.line = line;
        this.receiver = receiver;
        this.time = time;
    }

    /** Copies what has come since the last time; gives how many. */
    int copyNew() throws IOException {
        var copied = 0;
        for (var shelf : BackupLine.list(data.resolve(UPLOADS))) {
            if (shelf.getFileName().toString().length() == SHELF_NAME && changed(shelf)) {
                for (var file : BackupLine.list(shelf)) {
                    copied += copy(file, UPLOADS + "/" + shelf.getFileName() + "/" + file.getFileName());
                }
            }
        }
        for (var list : BackupLine.list(Keepsakes.folder(data))) {
            if (changed(list)) {
                copyAnew(list);
                copied++;
            }
        }
        return copied;
    }

    /** Looked at again until its time lies some seconds back. */
    private boolean changed(Path path) throws IOException {
        var modified = Files.getLastModifiedTime(path);
        var before = seen.get(path);
        if (modified.toInstant().isBefore(time.instant().minus(TICK))) {
            seen.put(path, modified);
        }
        return !modified.equals(before);
    }

    private int copy(Path file, String path) throws IOException {
        var name = identity.hidden(path);
        var target = line.files().resolve(name.substring(0, 2)).resolve(name);
        if (Files.exists(target)) {
            return 0;
        }
        try {
            Durably.write(
                    Durably.folder(target),
                    out -> {
                        var sealed = new SealedOutput(new BaseBackup.Unclosed(out), receiver, line.name() + "/" + name);
                        try (var content = new DataOutputStream(sealed)) {
                            content.writeUTF(path);
                            return Files.copy(file, content);
                        }
                    },
                    _ -> target);
            return 1;
        } catch (NoSuchFileException swept) {
            return 0;
        }
    }

    private void copyAnew(Path list) throws IOException {
        var name = list.getFileName().toString();
        Durably.write(
                line.keepsakes(),
                out -> {
                    var sealed = new SealedOutput(new BaseBackup.Unclosed(out), receiver, line.name() + "/" + name);
                    try (sealed) {
                        return Files.copy(list, sealed);
                    }
                },
                _ -> line.keepsakes().resolve(name));
    }

    /** Brings all of a line's files to the data folder; gives how many. */
    static int bringBack(BackupLine line, PrivateKey key, Path data) throws IOException {
        var count = 0;
        for (var file : copies(line)) {
            var name = line.name() + "/" + file.getFileName();
            try (var content = new DataInputStream(new SealedInput(Files.newInputStream(file), key, name))) {
                var target = data.resolve(content.readUTF()).normalize();
                if (!target.startsWith(data.resolve(UPLOADS).normalize())) {
                    throw new IOException(file + " leads outside of the uploads");
                }
                if (Files.notExists(target)) {
                    Durably.write(Durably.folder(target), content::transferTo, _ -> target);
                    count++;
                }
            }
        }
        return count;
    }

    /** The lists in the newest state that was copied. */
    static void bringListsBack(BackupLine line, PrivateKey key, Path data) throws IOException {
        for (var file : BackupLine.list(line.keepsakes())) {
            var name = file.getFileName().toString();
            if (!name.startsWith(Durably.UNFINISHED)) {
                try (var content = new SealedInput(Files.newInputStream(file), key, line.name() + "/" + name)) {
                    var target = Keepsakes.folder(data).resolve(name);
                    Durably.write(Durably.folder(target), content::transferTo, _ -> target);
                }
            }
        }
    }

    private static List<Path> copies(BackupLine line) throws IOException {
        var all = new ArrayList<Path>();
        for (var shelf : BackupLine.list(line.files())) {
            for (var file : BackupLine.list(shelf)) {
                if (!file.getFileName().toString().startsWith(Durably.UNFINISHED)) {
                    all.add(file);
                }
            }
        }
        return all;
    }
}
