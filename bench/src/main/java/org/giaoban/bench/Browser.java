package org.giaoban.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Somebody signed in who asks for one page after the other. */
final class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient client;
    private final URI address;

    private Browser(HttpClient client, URI address) {
        this.client = client;
        this.address = address;
    }

    static Browser loggedIn(URI address, String login, String password) throws IOException, InterruptedException {
        var client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        var browser = new Browser(client, address);
        var form = browser.body("/login");
        var token = TOKEN.matcher(form);
        if (!token.find()) {
            throw new IllegalStateException("No form on the log-in page");
        }
        var fields =
                "_csrf=%s&login=%s&password=%s".formatted(encoded(token.group(1)), encoded(login), encoded(password));
        var answer = client.send(
                HttpRequest.newBuilder(address.resolve("/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(fields))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 303) {
            throw new IllegalStateException("Log-in of " + login + " answered " + answer.statusCode());
        }
        return browser;
    }

    /** How long the page took, from the request to the last byte. */
    double millis(String path) throws IOException, InterruptedException {
        var began = System.nanoTime();
        body(path);
        return (System.nanoTime() - began) / 1e6;
    }

    String body(String path) throws IOException, InterruptedException {
        var answer = client.send(HttpRequest.newBuilder(address.resolve(path)).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
