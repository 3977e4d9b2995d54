package org.giaoban.vault;

import java.nio.charset.StandardCharsets;
import javax.crypto.SecretKey;

/** A key of one purpose as the database keeps it: closed by a master key that the database never sees. */
record WrappedKey(Name name, int number, int master, byte[] wrapped) {

    /** What a key of a purpose does. */
    enum Use {
        SEAL,
        INDEX,
        MAC,
        SIGN
    }

    /** Keys of one purpose and one use, each with a number. */
    record Name(Purpose purpose, Use use) {}

    static WrappedKey close(Name name, int number, int master, SecretKey masterKey, byte[] key) {
        return new WrappedKey(name, number, master, Gcm.close(masterKey, bound(name, number), key));
    }

    byte[] open(SecretKey masterKey) {
        return Gcm.open(masterKey, bound(name, number), wrapped, 0);
    }

    private static byte[] bound(Name name, int number) {
        return ("key|" + name.purpose().name() + '|' + name.use() + '|' + number).getBytes(StandardCharsets.UTF_8);
    }
}
