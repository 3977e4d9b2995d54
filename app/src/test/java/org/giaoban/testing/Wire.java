package org.giaoban.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Speaks to the server byte by byte, so that nothing is corrected on the way as a browser or a client would. */
public record Wire(int port) {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\nContent-Length: *(\\d+)");
    private static final int CONTINUE = 100;
    private static final int PATIENCE = 10_000;

    /** One answer as it came; names of headers without regard to case. */
    public record Answer(int status, Map<String, List<String>> headers, String body) {

        public List<String> all(String name) {
            return headers.getOrDefault(name, List.of());
        }

        public String first(String name) {
            return all(name).isEmpty() ? "" : all(name).getFirst();
        }

        /** The cookies it sets, as a browser sends them back. */
        public String cookies() {
            return String.join(
                    "; ",
                    all("Set-Cookie").stream()
                            .map(cookie -> cookie.split(";")[0])
                            .toList());
        }

        /** The token of the forms on the page. */
        public String token() {
            var found = TOKEN.matcher(body);
            return found.find() ? found.group(1) : "";
        }
    }

    public Answer get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    /** A form, sent as browsers do. */
    public Answer post(String path, String form, String... headers) {
        var all = new ArrayList<>(List.of(headers));
        all.add("Content-Type: application/x-www-form-urlencoded");
        return send("POST", path, form, all.toArray(String[]::new));
    }

    public Answer send(String method, String path, String body, String... headers) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var head = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
        if (List.of(headers).stream().noneMatch(header -> header.startsWith("Host:"))) {
            head.append("Host: localhost:").append(port).append("\r\n");
        }
        for (var header : headers) {
            head.append(header).append("\r\n");
        }
        if (bytes.length > 0) {
            head.append("Content-Length: ").append(bytes.length).append("\r\n");
        }
        return raw(head + "Connection: close\r\n\r\n" + body);
    }

    /** Exactly these bytes. */
    public Answer raw(String request) {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(PATIENCE);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            var answer = answer(text(socket));
            return answer.status() == CONTINUE ? answer(text(socket)) : answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Until the server says no more, or has said as much as it promised. */
    private static String text(Socket socket) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var buffer = new byte[8192];
        try {
            for (var read = 0;
                    read >= 0 && !whole(bytes);
                    read = socket.getInputStream().read(buffer)) {
                bytes.write(buffer, 0, read);
            }
        } catch (SocketTimeoutException e) {
            // Answered, and waiting for the rest of a request that never comes.
            if (bytes.size() == 0) {
                throw e;
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static boolean whole(ByteArrayOutputStream bytes) {
        var text = bytes.toString(StandardCharsets.ISO_8859_1);
        var end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return false;
        }
        var length = LENGTH.matcher(text.substring(0, end));
        return text.startsWith("HTTP/1.1 100")
                || length.find() && bytes.size() >= end + 4 + Integer.parseInt(length.group(1));
    }

    private static Answer answer(String text) {
        var end = text.indexOf("\r\n\r\n");
        var lines = (end < 0 ? text : text.substring(0, end)).split("\r\n");
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        for (var at = 1; at < lines.length; at++) {
            var colon = lines[at].indexOf(':');
            headers.computeIfAbsent(lines[at].substring(0, colon), name -> new ArrayList<>())
                    .add(lines[at].substring(colon + 1).strip());
        }
        var status = lines[0].isEmpty() ? 0 : Integer.parseInt(lines[0].split(" ")[1]);
        return new Answer(status, headers, end < 0 ? "" : text.substring(end + 4));
    }
}
