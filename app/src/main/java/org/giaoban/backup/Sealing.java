package org.giaoban.backup;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * The pieces of one sealed file: each is encrypted under its number and whether it is the last, with a key of its own for
 * this file under this name. Pieces that change places, a file cut short and a file under another's name do not open.
 */
final class Sealing {

    static final byte[] BEGINNING = "giaoban backup 1\n".getBytes(StandardCharsets.US_ASCII);
    static final int PIECE = 1 << 16;
    static final int TAG = 16;

    private static final int TAG_BITS = 128;
    private static final int NONCE = 12;
    private static final int KEY = 32;

    private final SecretKey key;
    private long number;

    Sealing(SecretKey shared, byte[] encapsulation, String name) {
        try {
            var about = name.getBytes(StandardCharsets.UTF_8);
            var info = ByteBuffer.allocate(BEGINNING.length + encapsulation.length + about.length)
                    .put(BEGINNING)
                    .put(encapsulation)
                    .put(about)
                    .array();
            key = KDF.getInstance("HKDF-SHA256").deriveKey("AES", HKDFParameterSpec.expandOnly(shared, info, KEY));
        } catch (NoSuchAlgorithmException | InvalidAlgorithmParameterException e) {
            throw new IllegalStateException(e);
        }
    }

    int seal(byte[] piece, int length, boolean last, byte[] into) throws GeneralSecurityException {
        return next(Cipher.ENCRYPT_MODE, last).doFinal(piece, 0, length, into);
    }

    byte[] open(byte[] piece, int length, boolean last) throws GeneralSecurityException {
        return next(Cipher.DECRYPT_MODE, last).doFinal(piece, 0, length);
    }

    private Cipher next(int mode, boolean last) throws GeneralSecurityException {
        var nonce = ByteBuffer.allocate(NONCE);
        nonce.putLong(number++).put((byte) (last ? 1 : 0));
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce.array()));
        return cipher;
    }
}
