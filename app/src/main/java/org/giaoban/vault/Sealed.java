package org.giaoban.vault;

import java.nio.ByteBuffer;

/** A sealed value as its column keeps it: a format, the number of its key, a nonce, and what only that key opens. Nothing is sealed as nothing. */
public record Sealed(byte[] bytes) {

    /** What stood in a column before it was sealed; the first start puts it under a key. */
    static final byte PLAIN = 0;

    static final byte AES_GCM = 1;
    static final int HEAD = 1 + Integer.BYTES;

    public static final Sealed EMPTY = new Sealed(new byte[0]);

    static Sealed of(int key, byte[] closed) {
        return new Sealed(ByteBuffer.allocate(HEAD + closed.length)
                .put(AES_GCM)
                .putInt(key)
                .put(closed)
                .array());
    }

    public boolean isEmpty() {
        return bytes.length == 0;
    }

    boolean isPlain() {
        return bytes.length > 0 && bytes[0] == PLAIN;
    }

    int key() {
        if (bytes.length <= HEAD || bytes[0] != AES_GCM) {
            throw new NotAuthentic("the value has no known form");
        }
        return ByteBuffer.wrap(bytes).getInt(1);
    }
}
