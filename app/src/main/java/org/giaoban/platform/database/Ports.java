package org.giaoban.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports of this machine's loopback address. */
final class Ports {

    private static final int ANY = 0;

    private Ports() {}

    /** The wanted port when nobody has it, else any free one. */
    static int thisOrFree(int wanted) {
        try {
            return bind(wanted);
        } catch (BindException e) {
            return thisOrFree(ANY);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot find a free port", e);
        }
    }

    private static int bind(int port) throws IOException {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket.getLocalPort();
        }
    }
}
