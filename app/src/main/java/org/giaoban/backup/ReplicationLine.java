package org.giaoban.backup;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.giaoban.platform.database.ServerAccess;
import org.jspecify.annotations.Nullable;

/** A connection in the server's replication protocol: a copy of all its files, and the stream of its journal, which JDBC does not offer. */
final class ReplicationLine implements AutoCloseable {

    private static final int BUFFER = 1 << 18;
    private static final int LONGEST_MESSAGE = 1 << 26;
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(10);

    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;

    /** Takes one piece of what the server copies to us. */
    @FunctionalInterface
    interface Sink {

        void take(byte[] piece) throws IOException;
    }

    private ReplicationLine(Socket socket) throws IOException {
        this.socket = socket;
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), BUFFER));
        out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
    }

    static ReplicationLine open(ServerAccess access) throws IOException {
        var line = new ReplicationLine(Handshake.connect(access));
        try {
            Handshake.logIn(line, access);
            line.socket.setSoTimeout(Math.toIntExact(LONGEST_SILENCE.toMillis()));
            return line;
        } catch (IOException | RuntimeException e) {
            line.close();
            throw e;
        }
    }

    /** All rows of a command's answer. */
    List<List<String>> ask(String command) throws IOException {
        return copy(command, piece -> {
            throw new IOException("Nothing was to be copied");
        });
    }

    /** Runs a command that copies; gives the rows that came before and after. */
    List<List<String>> copy(String command, Sink sink) throws IOException {
        query(command);
        var rows = new ArrayList<List<String>>();
        IOException refusal = null;
        while (true) {
            var message = read();
            switch (message.type()) {
                case 'D' -> rows.add(message.row());
                case 'd' -> sink.take(message.body());
                case 'E' -> refusal = message.error();
                case 'Z' -> {
                    if (refusal != null) {
                        throw refusal;
                    }
                    return rows;
                }
                default -> {
                    // descriptions, ends of parts, notices
                }
            }
        }
    }

    /** From here on both sides send what they have. */
    void stream(String command) throws IOException {
        query(command);
        for (var message = read(); message.type() != 'W'; message = read()) {
            if (message.type() == 'E') {
                throw message.error();
            }
        }
    }

    /** The next piece of the stream, or none within the time. */
    Optional<byte[]> next(Duration patience) throws IOException {
        var type = typeWithin(patience);
        if (type == null) {
            return Optional.empty();
        }
        var message = new Message(type, body());
        return switch (message.type()) {
            case 'd' -> Optional.of(message.body());
            case 'E' -> throw message.error();
            case 'c', 'C' -> throw new EOFException("The server has ended the stream");
            default -> Optional.empty();
        };
    }

    private @Nullable Character typeWithin(Duration patience) throws IOException {
        socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
        try {
            return (char) in.readByte();
        } catch (SocketTimeoutException quiet) {
            return null;
        } finally {
            socket.setSoTimeout(Math.toIntExact(LONGEST_SILENCE.toMillis()));
        }
    }

    void query(String command) throws IOException {
        send('Q', (command + "\0").getBytes(StandardCharsets.UTF_8));
    }

    Message read() throws IOException {
        return new Message((char) in.readByte(), body());
    }

    private byte[] body() throws IOException {
        var length = in.readInt() - Integer.BYTES;
        if (length < 0 || length > LONGEST_MESSAGE) {
            throw new IOException("Not a message of PostgreSQL");
        }
        var body = new byte[length];
        in.readFully(body);
        return body;
    }

    void send(char type, byte[] body) throws IOException {
        out.writeByte(type);
        out.writeInt(body.length + Integer.BYTES);
        out.write(body);
        out.flush();
    }

    void sendPlain(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
