package org.giaoban.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One kept connection that speaks just enough HTTP to cost the machine next to nothing beside the server. */
final class Wire implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;

    private final InetSocketAddress server;
    private final String host;
    private Socket socket;
    private InputStream in;
    private boolean last;

    /** What came back. */
    record Answer(int status, String body, boolean replayed, List<String> cookies) {}

    Wire(URI address) throws IOException {
        server = new InetSocketAddress(address.getHost(), address.getPort());
        host = address.getHost() + ":" + address.getPort();
        connect();
    }

    private void connect() throws IOException {
        socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(server, PATIENCE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
        last = false;
    }

    /** As one who was away so long that the server closed the connection. */
    void reconnect() throws IOException {
        close();
        connect();
    }

    Answer put(String path, String token, String key, String body) throws IOException {
        return send("PUT " + path, token, "Idempotency-Key: " + key + "\r\nContent-Type: application/json\r\n", body);
    }

    Answer get(String path, String token) throws IOException {
        return send("GET " + path, token, "", "");
    }

    private Answer send(String line, String token, String headers, String body) throws IOException {
        return send(line, "Authorization: Bearer " + token + "\r\n" + headers, body);
    }

    Answer send(String line, String headers, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var head =
                line + " HTTP/1.1\r\nHost: " + host + "\r\n" + headers + "Content-Length: " + bytes.length + "\r\n\r\n";
        var whole = new byte[head.length() + bytes.length];
        System.arraycopy(head.getBytes(StandardCharsets.US_ASCII), 0, whole, 0, head.length());
        System.arraycopy(bytes, 0, whole, head.length(), bytes.length);
        if (last) {
            reconnect();
        }
        socket.getOutputStream().write(whole);
        return answer();
    }

    private Answer answer() throws IOException {
        var status = Integer.parseInt(line().split(" ")[1]);
        var length = 0;
        var chunked = false;
        var replayed = false;
        var cookies = new ArrayList<String>();
        for (var header = line(); !header.isEmpty(); header = line()) {
            var lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).strip());
            }
            last |= lower.equals("connection: close");
            replayed |= lower.equals("idempotency-replayed: true");
            if (lower.startsWith("set-cookie:")) {
                cookies.add(header.substring(11).strip());
            }
            chunked |= lower.startsWith("transfer-encoding:") && lower.endsWith("chunked");
        }
        var body = chunked ? chunks() : new String(bytes(length), StandardCharsets.UTF_8);
        return new Answer(status, body, replayed, cookies);
    }

    private String chunks() throws IOException {
        var body = new StringBuilder();
        for (var size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            body.append(new String(bytes(size), StandardCharsets.UTF_8));
            line();
        }
        line();
        return body.toString();
    }

    private byte[] bytes(int length) throws IOException {
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
