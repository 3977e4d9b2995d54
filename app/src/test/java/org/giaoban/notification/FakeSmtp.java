package org.giaoban.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that keeps what it is given, or refuses it. */
public final class FakeSmtp implements AutoCloseable {

    private final ServerSocket listening;
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile boolean refusing;
    private volatile boolean down;

    public FakeSmtp() {
        try {
            listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().start(this::serve);
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** The mails taken, headers and all. */
    public List<String> received() {
        return received;
    }

    /** How many mails were refused since it began to refuse. */
    int refused() {
        return refused.get();
    }

    void refuse(boolean refuse) {
        refused.set(0);
        refusing = refuse;
    }

    /** A server that is down hangs up on everybody. */
    void down(boolean isDown) {
        down = isDown;
    }

    private void serve() {
        try {
            while (true) {
                var client = listening.accept();
                if (down) {
                    client.close();
                } else {
                    Thread.ofPlatform().daemon().start(() -> talk(client));
                }
            }
        } catch (SocketException closed) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void talk(Socket client) {
        try (client;
                var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
                var out = new PrintWriter(new OutputStreamWriter(client.getOutputStream(), StandardCharsets.UTF_8))) {
            say(out, "220 fake");
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("DATA")) {
                    say(out, "354 go on");
                    var mail = mail(in);
                    say(out, answer(mail));
                } else {
                    say(out, line.startsWith("QUIT") ? "221 bye" : "250 fine");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String answer(String mail) {
        if (refusing) {
            refused.incrementAndGet();
            return "451 later";
        }
        received.add(mail);
        return "250 taken";
    }

    private static String mail(BufferedReader in) throws IOException {
        var mail = new StringBuilder();
        for (var line = in.readLine(); !".".equals(line); line = in.readLine()) {
            mail.append(line).append('\n');
        }
        return mail.toString();
    }

    private static void say(PrintWriter out, String line) {
        out.print(line + "\r\n");
        out.flush();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
