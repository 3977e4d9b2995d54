package org.giaoban.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A line to a server on this machine that can be cut, held and made slow. */
public final class Line implements AutoCloseable {

    private final ServerSocket door;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;
    private volatile boolean held;
    private volatile int bytesPerSecond;

    public Line(int port) throws IOException {
        this.port = port;
        door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return door.getLocalPort();
    }

    /** Whoever talks is cut off, whoever comes is sent away. */
    public void cut() throws IOException {
        cut = true;
        for (var socket : open) {
            socket.close();
        }
    }

    /** Nobody hears anything any more, and nobody is told. */
    public void hold() {
        held = true;
    }

    public void slow(int bytes) {
        bytesPerSecond = bytes;
    }

    public void mend() {
        cut = false;
        held = false;
        bytesPerSecond = 0;
    }

    private void accept() {
        try {
            while (true) {
                var socket = door.accept();
                if (cut) {
                    socket.close();
                } else {
                    var server = new Socket(InetAddress.getLoopbackAddress(), port);
                    open.add(socket);
                    open.add(server);
                    Thread.ofVirtual().start(() -> carry(socket, server));
                    Thread.ofVirtual().start(() -> carry(server, socket));
                }
            }
        } catch (IOException closed) {
            cut = true;
        }
    }

    private void carry(Socket from, Socket to) {
        try (from;
                to) {
            var buffer = new byte[8192];
            for (var read = from.getInputStream().read(buffer);
                    read >= 0;
                    read = from.getInputStream().read(buffer)) {
                while (held) {
                    Thread.sleep(10);
                }
                if (bytesPerSecond > 0) {
                    Thread.sleep(1000L * read / bytesPerSecond);
                }
                to.getOutputStream().write(buffer, 0, read);
            }
        } catch (IOException ended) {
            // either side has gone
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        open.remove(from);
        open.remove(to);
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
    }
}
