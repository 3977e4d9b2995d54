package org.giaoban.platform;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Calls a server without a pause, as a proxy does that asks first whether it is ready, each time over a line of its own, and
 * tells answers from broken ones.
 */
final class RestartCallers {

    private static final int CALLERS = 6;
    private static final int LONGEST_MILLIS = 30_000;
    private static final int PAUSE_MILLIS = 20;

    private final int port;
    private final String path;
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private volatile boolean stopping;
    private volatile String lastFailure = "";

    RestartCallers(int port, String path) {
        this.port = port;
        this.path = path;
    }

    void start() {
        for (var number = 0; number < CALLERS; number++) {
            threads.add(Thread.ofPlatform().start(this::call));
        }
    }

    void stop() throws InterruptedException {
        stopping = true;
        for (var thread : threads) {
            thread.join();
        }
    }

    int answered() {
        return answered.get();
    }

    /** Calls that were taken and got no whole answer. */
    int failed() {
        return failed.get();
    }

    String lastFailure() {
        return lastFailure;
    }

    private void call() {
        while (!stopping) {
            try {
                if (ready() && once()) {
                    answered.incrementAndGet();
                } else {
                    Thread.sleep(PAUSE_MILLIS);
                }
            } catch (IOException broken) {
                failed.incrementAndGet();
                lastFailure = broken.toString();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private boolean ready() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(LONGEST_MILLIS);
            ask(socket, "/readyz");
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                    .startsWith("HTTP/1.1 200");
        } catch (IOException leaving) {
            return false;
        }
    }

    private static void ask(Socket socket, String path) throws IOException {
        var request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    }

    /** False when nobody takes calls. */
    private boolean once() throws IOException {
        Socket socket;
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
        } catch (ConnectException nobody) {
            return false;
        }
        try (socket) {
            socket.setSoTimeout(LONGEST_MILLIS);
            ask(socket, path);
            read(new DataInputStream(socket.getInputStream()));
            return true;
        }
    }

    private static void read(DataInputStream in) throws IOException {
        var answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        if (!answer.startsWith("HTTP/1.1 200")) {
            throw new IOException("Answered: " + answer.lines().findFirst().orElse("nothing at all"));
        }
        if (!answer.contains("</html>")) {
            throw new IOException("An answer was cut short");
        }
    }
}
