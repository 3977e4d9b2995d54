package org.giaoban.backup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.giaoban.platform.database.ServerAccess;

/** Follows the server's journal: what was committed is in the backup within seconds. The server keeps what we have not put down. */
final class JournalStream implements AutoCloseable {

    static final String SLOT = "giaoban_backup";

    private static final String EXISTS = "42710";
    private static final Duration LISTEN = Duration.ofMillis(250);
    private static final Duration QUIET = Duration.ofSeconds(1);
    private static final Duration FAREWELL = Duration.ofSeconds(2);
    private static final Duration REPORT = Duration.ofSeconds(10);
    private static final int DATA_HEADER = 25;
    private static final long EPOCH_2000 = 946_684_800L;

    private final ReplicationLine connection;
    private final Journal journal;
    private final InstantSource time;
    private final boolean gap;
    private Instant reported;
    private Instant putDown;

    private JournalStream(ReplicationLine connection, Journal journal, InstantSource time, boolean gap) {
        this.connection = connection;
        this.journal = journal;
        this.time = time;
        this.gap = gap;
        this.reported = time.instant();
        this.putDown = reported;
    }

    static JournalStream open(ServerAccess access, BackupLine line, PublicKey receiver, InstantSource time)
            throws IOException {
        var connection = ReplicationLine.open(access);
        try {
            var timeline = Integer.parseInt(
                    connection.ask("IDENTIFY_SYSTEM").getFirst().get(1));
            var kept = kept(connection);
            var start = start(line, timeline, kept);
            connection.stream(
                    "START_REPLICATION SLOT " + SLOT + " PHYSICAL " + start.asServerWrites() + " TIMELINE " + timeline);
            var gap = line.newestBase().isPresent() && start.compareTo(covered(line, timeline)) > 0;
            return new JournalStream(connection, new Journal(line, receiver, timeline, start), time, gap);
        } catch (IOException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** From where on the server has kept its journal for us; from now on if it has not. */
    private static Position kept(ReplicationLine connection) throws IOException {
        try {
            connection.ask("CREATE_REPLICATION_SLOT " + SLOT + " PHYSICAL (RESERVE_WAL)");
        } catch (ReplicationRefused refused) {
            if (!refused.state().equals(EXISTS)) {
                throw refused;
            }
        }
        var kept = connection.ask("READ_REPLICATION_SLOT " + SLOT).getFirst().get(1);
        if (kept.isEmpty()) {
            // The server gave up what it kept because there was too much of it.
            connection.ask("DROP_REPLICATION_SLOT " + SLOT);
            return kept(connection);
        }
        return Position.parse(kept).segmentStart();
    }

    private static Position start(BackupLine line, int timeline, Position kept) throws IOException {
        var have = end(line, timeline);
        return have.compareTo(kept) > 0 ? have : kept;
    }

    /** Where the segment after the last whole one begins. */
    private static Position end(BackupLine line, int timeline) throws IOException {
        return line.segments().stream()
                .filter(path -> path.toString().endsWith(".wal"))
                .map(BackupLine::segment)
                .filter(name -> name.startsWith("%08X".formatted(timeline)))
                .map(name -> Position.ofSegment(name).plus(Position.SEGMENT))
                .max(Position::compareTo)
                .orElse(new Position(0));
    }

    /** Up to where there is something to go on from: a base holds its last segment whole. */
    private static Position covered(BackupLine line, int timeline) throws IOException {
        var journal = end(line, timeline);
        return line.newestBase()
                .filter(base -> base.timeline() == timeline)
                .map(base -> base.to().segmentStart().plus(Position.SEGMENT))
                .filter(base -> base.compareTo(journal) > 0)
                .orElse(journal);
    }

    /** Whether a piece of the journal is missing, so that a new base is needed. */
    boolean gap() {
        return gap;
    }

    /** Up to where the backup reaches. */
    Position published() {
        return journal.published();
    }

    boolean putDownDue(Duration pace) {
        return putDown.plus(pace).isBefore(time.instant());
    }

    void putDown(Instant now) throws IOException {
        putDown = now;
        journal.publish();
    }

    /** Takes what comes within a moment. True when the server wants to know at once how far we are. */
    boolean listen() throws IOException {
        var piece = connection.next(LISTEN);
        return piece.isPresent() && take(piece.get());
    }

    /** Takes what is still on its way, until nothing more comes or the patience ends. */
    void listenToTheEnd() throws IOException {
        var end = time.instant().plus(FAREWELL);
        for (var piece = connection.next(QUIET);
                piece.isPresent() && time.instant().isBefore(end);
                piece = connection.next(QUIET)) {
            take(piece.get());
        }
    }

    private boolean take(byte[] piece) throws IOException {
        var buffer = ByteBuffer.wrap(piece);
        var kind = buffer.get();
        if (kind == 'w') {
            journal.add(new Position(buffer.getLong()), piece, DATA_HEADER);
            return false;
        }
        return kind == 'k' && buffer.get(Long.BYTES * 2 + 1) != 0;
    }

    boolean reportDue() {
        return reported.plus(REPORT).isBefore(time.instant());
    }

    /** Tells the server what it need not keep for us any longer. */
    void report() throws IOException {
        reported = time.instant();
        var micros = (reported.getEpochSecond() - EPOCH_2000) * 1_000_000 + reported.getNano() / 1_000;
        var safe = journal.published().bytes();
        connection.send(
                'd',
                ByteBuffer.allocate(1 + 4 * Long.BYTES + 1)
                        .put((byte) 'r')
                        .putLong(safe)
                        .putLong(safe)
                        .putLong(safe)
                        .putLong(micros)
                        .put((byte) 0)
                        .array());
    }

    /** Lets the server forget that we ever listened. */
    static void end(ServerAccess access) throws IOException {
        try (var connection = ReplicationLine.open(access)) {
            connection.ask("DROP_REPLICATION_SLOT " + SLOT);
        }
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
