package org.giaoban.backup;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.InstantSource;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.giaoban.platform.database.ServerAccess;

/** Takes a copy of all files of a running database, with the journal that makes it consistent; the server checks every page it reads. */
final class BaseBackup {

    /** Announces what is not the server's: the passwords of the embedded one. */
    static final byte OURS = 'x';

    private static final String COMMAND = "BASE_BACKUP (LABEL 'giaoban', CHECKPOINT 'fast', WAL true,"
            + " MANIFEST 'yes', MANIFEST_CHECKSUMS 'SHA256')";
    private static final int BUFFER = 1 << 16;

    private final ServerAccess access;
    private final PublicKey receiver;
    private final InstantSource time;

    BaseBackup(ServerAccess access, PublicKey receiver, InstantSource time) {
        this.access = access;
        this.receiver = receiver;
        this.time = time;
    }

    /** The content's name is not known before it is finished, so bases are sealed under the one of their line. */
    Base take(BackupLine line, Path passwords) throws IOException {
        var file = Durably.write(
                line.bases(),
                out -> write(out, line.name(), passwords),
                rows -> line.bases().resolve(name(rows)));
        return Base.of(file).orElseThrow();
    }

    private String name(List<List<String>> rows) {
        var start = rows.getFirst();
        var end = rows.getLast();
        return Base.name(
                time.instant(),
                Integer.parseInt(start.get(1)),
                Position.parse(start.getFirst()),
                Position.parse(end.getFirst()));
    }

    private List<List<String>> write(OutputStream file, String name, Path passwords) throws IOException {
        var whole = new BufferedOutputStream(new SealedOutput(new Unclosed(file), receiver, name), BUFFER);
        try (var out = new DataOutputStream(new Fast(whole));
                var connection = ReplicationLine.open(access)) {
            if (Files.exists(passwords)) {
                var ours = new ByteArrayOutputStream();
                ours.write(OURS);
                ours.write(Files.readAllBytes(passwords));
                put(out, ours.toByteArray());
            }
            return connection.copy(COMMAND, piece -> put(out, piece));
        }
    }

    private static void put(DataOutputStream out, byte[] piece) throws IOException {
        out.writeInt(piece.length);
        out.write(piece);
    }

    /** Compresses as fast as it can: the disk is slower than that. */
    static final class Fast extends GZIPOutputStream {

        Fast(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    /** The file stays open: it is forced to disk after the last byte. */
    static final class Unclosed extends OutputStream {

        private final OutputStream out;

        Unclosed(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            out.flush();
        }
    }
}
