package org.giaoban.vault;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** AES-256 in Galois counter mode: a fresh nonce of twelve bytes in front, a tag of sixteen behind. */
final class Gcm {

    static final int KEY_BYTES = 32;

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Gcm() {}

    static byte[] randomKey() {
        var key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        return key;
    }

    /** @param bound what is not hidden, and yet must be the same when it is opened */
    static byte[] close(SecretKey key, byte[] bound, byte[] open) {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            var cipher = Cipher.getInstance(CIPHER);
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(bound);
            var all = Arrays.copyOf(nonce, NONCE_BYTES + cipher.getOutputSize(open.length));
            cipher.doFinal(open, 0, open.length, all, NONCE_BYTES);
            return all;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    /** @param from where the nonce begins in {@code closed} */
    static byte[] open(SecretKey key, byte[] bound, byte[] closed, int from) {
        if (closed.length < from + NONCE_BYTES + TAG_BITS / Byte.SIZE) {
            throw new NotAuthentic("the value is too short");
        }
        try {
            var cipher = Cipher.getInstance(CIPHER);
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, closed, from, NONCE_BYTES));
            cipher.updateAAD(bound);
            return cipher.doFinal(closed, from + NONCE_BYTES, closed.length - from - NONCE_BYTES);
        } catch (AEADBadTagException e) {
            throw new NotAuthentic("the value was changed, or stands where it was not written", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }
}
