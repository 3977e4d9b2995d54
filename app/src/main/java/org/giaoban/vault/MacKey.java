package org.giaoban.vault;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A key for HMAC-SHA256; whoever checks later asks for it by its number. */
public final class MacKey {

    private static final String ALGORITHM = "HmacSHA256";

    private final int number;
    private final SecretKeySpec key;

    MacKey(PurposeKeys.Key key) {
        this.number = key.number();
        this.key = new SecretKeySpec(key.material(), ALGORITHM);
    }

    public int number() {
        return number;
    }

    /** For one thread. */
    public Mac mac() {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }
}
