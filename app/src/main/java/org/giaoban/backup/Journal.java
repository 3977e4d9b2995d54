package org.giaoban.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;

/**
 * The journal as it comes in, put down in files as long as the server's own. The begun file is written anew, whole, whenever
 * it is published: nothing but whole sealed files ever stands in the folder.
 */
final class Journal {

    private final BackupLine line;
    private final PublicKey receiver;
    private final int timeline;
    private final byte[] segment = new byte[Position.SEGMENT];
    private Position next;
    private Position published;

    Journal(BackupLine line, PublicKey receiver, int timeline, Position start) {
        this.line = line;
        this.receiver = receiver;
        this.timeline = timeline;
        this.next = start;
        this.published = start;
    }

    /** Up to where the backup reaches. */
    Position published() {
        return published;
    }

    /** Up to where we have heard. */
    Position heard() {
        return next;
    }

    boolean unpublished() {
        return !next.equals(published);
    }

    void add(Position from, byte[] bytes, int offset) throws IOException {
        if (!from.equals(next)) {
            throw new IOException(
                    "The journal goes on at " + from.asServerWrites() + " instead of " + next.asServerWrites());
        }
        for (var at = offset; at < bytes.length; ) {
            var filled = (int) (next.bytes() % Position.SEGMENT);
            var part = Math.min(bytes.length - at, Position.SEGMENT - filled);
            System.arraycopy(bytes, at, segment, filled, part);
            at += part;
            if (filled + part == Position.SEGMENT) {
                finish();
            }
            next = next.plus(part);
        }
    }

    private void finish() throws IOException {
        var name = next.segment(timeline);
        write(name, Position.SEGMENT, line.whole(name));
        Files.deleteIfExists(line.begun(name));
        published = next.segmentStart().plus(Position.SEGMENT);
    }

    /** Puts down what has come since. */
    void publish() throws IOException {
        var filled = (int) (next.bytes() % Position.SEGMENT);
        if (unpublished() && filled > 0) {
            var name = next.segment(timeline);
            write(name, filled, line.begun(name));
        }
        published = next;
    }

    private void write(String name, int length, Path target) throws IOException {
        Durably.write(
                line.journal(),
                out -> {
                    var sealed = new SealedOutput(new BaseBackup.Unclosed(out), receiver, line.name() + "/" + name);
                    try (var content = new BufferedOutputStream(new BaseBackup.Fast(sealed), Sealing.PIECE)) {
                        content.write(segment, 0, length);
                    }
                    return name;
                },
                _ -> target);
    }
}
