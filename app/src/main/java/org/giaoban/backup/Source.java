package org.giaoban.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.giaoban.platform.Refused;
import org.jspecify.annotations.Nullable;

/**
 * The base to begin with and the journal to go on by.
 *
 * @param until the segment that surely holds the wanted moment; absent means all there is
 */
record Source(BackupLine line, Base base, @Nullable String until) {

    /**
     * How far the journal leads.
     *
     * @param missing the first segment that is missing although later ones are there
     */
    record Journey(int segments, @Nullable String missing) {}

    /** The newest base before the moment, of the named line or of whichever has it. */
    static Source choose(Path backups, @Nullable String lineName, @Nullable Instant at) throws IOException {
        var found = new ArrayList<Source>();
        for (var line : BackupLine.below(backups)) {
            if (lineName == null || line.name().equals(lineName)) {
                var bases = line.allBases();
                bases.stream()
                        .filter(base -> at == null || !base.finished().isAfter(at))
                        .max(Comparator.comparing(Base::finished))
                        .ifPresent(base -> found.add(new Source(line, base, until(bases, at))));
            }
        }
        return found.stream()
                .max(Comparator.comparing(source -> source.base().finished()))
                .orElseThrow(() -> new Refused(
                        at == null ? "backup.restore.nothing" : "backup.restore.nothing-before",
                        backups,
                        String.valueOf(at)));
    }

    /** The first base after the moment was made when the journal had gone past it. */
    private static @Nullable String until(List<Base> bases, @Nullable Instant at) {
        return bases.stream()
                .filter(base -> at != null && base.finished().isAfter(at))
                .findFirst()
                .map(base -> base.to().segment(base.timeline()))
                .orElse(null);
    }

    /** Puts the segments where the server looks for them, as far as they follow one on another. */
    Journey bringJournal(PrivateKey key, Path folder) throws IOException {
        var count = 0;
        String expected = null;
        for (var file : wanted()) {
            var name = BackupLine.segment(file);
            var torn = expected == null ? name.compareTo(following(lastInBase())) > 0 : !name.equals(expected);
            if (torn) {
                return new Journey(count, expected == null ? following(lastInBase()) : expected);
            }
            bring(file, name, key, folder.resolve(name));
            expected = following(name);
            count++;
        }
        return new Journey(count, null);
    }

    private String lastInBase() {
        return base.to().segment(base.timeline());
    }

    private List<Path> wanted() throws IOException {
        var first = base.from().segment(base.timeline());
        var timeline = first.substring(0, 8);
        var wanted = new ArrayList<Path>();
        for (var file : line.segments()) {
            var name = BackupLine.segment(file);
            var needed = name.startsWith(timeline)
                    && name.compareTo(first) >= 0
                    && (until == null || name.compareTo(until) <= 0);
            // A begun segment stands last; beside a whole one it is left over.
            if (needed
                    && (wanted.isEmpty()
                            || !BackupLine.segment(wanted.getLast()).equals(name))) {
                wanted.add(file);
            } else if (needed && file.toString().endsWith(".wal")) {
                wanted.set(wanted.size() - 1, file);
            }
        }
        return wanted;
    }

    private static String following(String segment) {
        return Position.ofSegment(segment)
                .plus(Position.SEGMENT)
                .segment(Integer.parseInt(segment.substring(0, 8), 16));
    }

    /** A begun segment is filled up with nothing, where the server stops reading. */
    private void bring(Path file, String name, PrivateKey key, Path target) throws IOException {
        var sealed = new SealedInput(Files.newInputStream(file), key, line.name() + "/" + name);
        try (var in = new GZIPInputStream(new BufferedInputStream(sealed), Sealing.PIECE);
                var out = Files.newOutputStream(target)) {
            fill(out, Position.SEGMENT - in.transferTo(out));
        }
    }

    private static void fill(OutputStream out, long left) throws IOException {
        var nothing = new byte[Sealing.PIECE];
        for (var rest = left; rest > 0; rest -= nothing.length) {
            out.write(nothing, 0, (int) Math.min(rest, nothing.length));
        }
    }
}
