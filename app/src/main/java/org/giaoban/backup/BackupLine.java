package org.giaoban.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All copies of one installation between two restores: bases, journal, uploaded files, lists that no restore takes back. */
record BackupLine(Path folder) {

    private static final String WHOLE = ".wal";
    private static final String BEGUN = ".part";

    /** All lines below the folder of backups. */
    static List<BackupLine> below(Path backups) throws IOException {
        try (var paths = Files.list(backups)) {
            return paths.filter(path -> Files.isDirectory(path.resolve("base")))
                    .sorted()
                    .map(BackupLine::new)
                    .toList();
        }
    }

    String name() {
        return String.valueOf(folder.getFileName());
    }

    Path bases() {
        return folder.resolve("base");
    }

    Path journal() {
        return folder.resolve("wal");
    }

    Path files() {
        return folder.resolve("files");
    }

    Path keepsakes() {
        return folder.resolve("keepsakes");
    }

    /** Oldest first. */
    List<Base> allBases() throws IOException {
        return list(bases()).stream()
                .flatMap(path -> Base.of(path).stream())
                .sorted(Comparator.comparing(Base::finished))
                .toList();
    }

    Optional<Base> newestBase() throws IOException {
        var all = allBases();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    Path whole(String segment) {
        return journal().resolve(segment + WHOLE);
    }

    Path begun(String segment) {
        return journal().resolve(segment + BEGUN);
    }

    /** The segments, whole ones and the begun one, in the order of the journal. */
    List<Path> segments() throws IOException {
        return list(journal()).stream()
                .filter(path ->
                        path.toString().endsWith(WHOLE) || path.toString().endsWith(BEGUN))
                .sorted(Comparator.comparing(Path::getFileName))
                .toList();
    }

    static String segment(Path file) {
        var name = String.valueOf(file.getFileName());
        return name.substring(0, name.indexOf('.'));
    }

    static List<Path> list(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.sorted().toList();
        }
    }
}
