package org.giaoban.readers;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Objects;

/** Where a request comes from, as far as the line tells; never kept, only marks made of it with a key. */
record Sender(String address, String browser) {

    private static final int NETWORK = 8;

    static Sender of(HttpServletRequest request) {
        return new Sender(request.getRemoteAddr(), Objects.requireNonNullElse(request.getHeader("User-Agent"), ""));
    }

    /** The address, or the network where one household owns more addresses than there are people. */
    String network() {
        if (!address.contains(":")) {
            return address;
        }
        try {
            var bytes = InetAddress.getByName(address).getAddress();
            return bytes.length == 4 ? address : java.util.HexFormat.of().formatHex(bytes, 0, NETWORK);
        } catch (UnknownHostException noAddress) {
            return address;
        }
    }

    String told() {
        return network() + "\n" + browser;
    }
}
