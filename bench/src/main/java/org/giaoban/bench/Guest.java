package org.giaoban.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody signed in with a phone: cookies, and a connection that is kept. */
final class Guest {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final URI address;
    private final Wire wire;
    private final Map<String, String> cookies;
    private volatile String token = "";
    private volatile String headers = "";

    private Guest(URI address, Map<String, String> cookies) throws IOException {
        this.address = address;
        this.cookies = cookies;
        wire = new Wire(address);
    }

    static Guest loggedIn(URI address, String login, String password) throws IOException {
        var guest = new Guest(address, new ConcurrentSkipListMap<>());
        guest.look("/login");
        if (guest.send("/login", Map.of("login", login, "password", password)) != 303) {
            throw new IllegalStateException("Log-in of " + login + " failed");
        }
        return guest;
    }

    /** The same somebody through another connection, as a browser opens several. */
    Guest again() throws IOException {
        var twin = new Guest(address, cookies);
        twin.token = token;
        return twin;
    }

    /** Whoever comes back begins with {@link #reconnect}. */
    void hangUp() throws IOException {
        wire.close();
    }

    /** Begins a fresh connection. */
    void reconnect() throws IOException {
        wire.reconnect();
    }

    /** Opens a page and keeps the token of its forms. */
    String look(String path) throws IOException {
        var answer = exchange("GET " + path, "", "");
        var found = TOKEN.matcher(answer.body());
        if (found.find()) {
            token = found.group(1);
        }
        if (answer.status() != 200) {
            throw new IllegalStateException(path + " answered " + answer.status());
        }
        return answer.body();
    }

    /** Opens a page; the status that came back. */
    int ask(String path) throws IOException {
        return exchange("GET " + path, "", "").status();
    }

    /** Opens the log-in page and sends the form as if from that address; the worse of the two answers. */
    static int tryToLogIn(URI address, String login, String password, String from) throws IOException {
        var guest = new Guest(address, new ConcurrentSkipListMap<>());
        guest.headers = "X-Forwarded-For: " + from + "\r\n";
        try {
            var page = guest.exchange("GET /login", "", "");
            var found = TOKEN.matcher(page.body());
            if (page.status() != 200 || !found.find()) {
                return page.status();
            }
            guest.token = found.group(1);
            return guest.send("/login", Map.of("login", login, "password", password));
        } finally {
            guest.hangUp();
        }
    }

    /** Sends a form; the status that came back. */
    int send(String path, Map<String, String> fields) throws IOException {
        var all = new TreeMap<>(fields);
        all.put("_csrf", token);
        var body = all.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return exchange("POST " + path, "Content-Type: application/x-www-form-urlencoded\r\n", body)
                .status();
    }

    private Wire.Answer exchange(String line, String kind, String body) throws IOException {
        var cookie = cookies.isEmpty()
                ? ""
                : cookies.entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .collect(Collectors.joining("; ", "Cookie: ", "\r\n"));
        var answer = wire.send(line, cookie + headers + kind, body);
        for (var set : answer.cookies()) {
            var pair = set.split(";", 2)[0].split("=", 2);
            cookies.put(pair[0], pair[1]);
        }
        return answer;
    }
}
