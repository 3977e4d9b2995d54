package org.giaoban.backup;

import java.io.IOException;

/** The server says no, with the code of its reason. */
final class ReplicationRefused extends IOException {

    private static final long serialVersionUID = 1L;

    private final String state;

    ReplicationRefused(String state, String message) {
        super(message);
        this.state = state;
    }

    String state() {
        return state;
    }
}
