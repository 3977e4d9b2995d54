package org.giaoban.backup;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.giaoban.platform.database.ServerAccess;

/** From an open socket to a server that takes replication commands. */
final class Handshake {

    private static final int CONNECT_MILLIS = 10_000;
    private static final int PROTOCOL = 3 << 16;
    private static final int ASK_FOR_TLS = 80877103;

    private static final int OK = 0;
    private static final int SASL = 10;
    private static final int SASL_CONTINUE = 11;
    private static final int SASL_FINAL = 12;

    private Handshake() {}

    static Socket connect(ServerAccess access) throws IOException {
        var socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(access.host(), access.port()), CONNECT_MILLIS);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(CONNECT_MILLIS);
            return access.encrypted() ? encrypted(socket, access) : socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static Socket encrypted(Socket plain, ServerAccess access) throws IOException {
        plain.getOutputStream()
                .write(ByteBuffer.allocate(8).putInt(8).putInt(ASK_FOR_TLS).array());
        if (plain.getInputStream().read() != 'S') {
            throw new IOException("The server does not speak TLS");
        }
        var factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        var socket = (SSLSocket) factory.createSocket(plain, access.host(), access.port(), true);
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    static void logIn(ReplicationLine line, ServerAccess access) throws IOException {
        line.sendPlain(greeting(access));
        var scram = new Scram(access.login().password());
        while (true) {
            var message = line.read();
            switch (message.type()) {
                case 'R' -> prove(line, scram, message);
                case 'E' -> throw message.error();
                case 'Z' -> {
                    return;
                }
                default -> {
                    // parameters of the server, and the number to cancel by
                }
            }
        }
    }

    private static byte[] greeting(ServerAccess access) {
        var text = new StringBuilder();
        for (var word :
                List.of("user", access.login().user(), "replication", "true", "application_name", "giaoban-backup")) {
            text.append(word).append('\0');
        }
        var bytes = text.append('\0').toString().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(bytes.length + 8)
                .putInt(bytes.length + 8)
                .putInt(PROTOCOL)
                .put(bytes)
                .array();
    }

    private static void prove(ReplicationLine line, Scram scram, Message message) throws IOException {
        switch (message.buffer().getInt()) {
            case OK -> {
                // we are in
            }
            case SASL -> {
                if (!List.of(message.text(4).split("\0")).contains(Scram.NAME)) {
                    throw new IOException("The server does not offer " + Scram.NAME);
                }
                var first = scram.first().getBytes(StandardCharsets.UTF_8);
                var name = (Scram.NAME + "\0").getBytes(StandardCharsets.US_ASCII);
                line.send(
                        'p',
                        ByteBuffer.allocate(name.length + 4 + first.length)
                                .put(name)
                                .putInt(first.length)
                                .put(first)
                                .array());
            }
            case SASL_CONTINUE -> line.send('p', scram.answer(message.text(4)).getBytes(StandardCharsets.UTF_8));
            case SASL_FINAL -> scram.check(message.text(4));
            default -> throw new IOException("The server asks for another way to log in than " + Scram.NAME);
        }
    }
}
