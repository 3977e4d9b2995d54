package org.giaoban.vault;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;

/** A pair of Ed25519 keys: what it signs is checked by anybody who has the public one. */
public final class SigningKey {

    private static final String ALGORITHM = "Ed25519";

    private final PrivateKey secret;
    private final PublicKey open;

    private SigningKey(PrivateKey secret, PublicKey open) {
        this.secret = secret;
        this.open = open;
    }

    static byte[] fresh() {
        try {
            var pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            var secret = pair.getPrivate().getEncoded();
            var open = pair.getPublic().getEncoded();
            return ByteBuffer.allocate(Integer.BYTES + secret.length + open.length)
                    .putInt(secret.length)
                    .put(secret)
                    .put(open)
                    .array();
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    static SigningKey of(byte[] material) {
        var both = ByteBuffer.wrap(material);
        var secret = new byte[both.getInt()];
        both.get(secret);
        var open = new byte[both.remaining()];
        both.get(open);
        try {
            return new SigningKey(
                    KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(secret)),
                    publicKey(open));
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    public byte[] sign(byte[] text) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    /** The public key in the form (X.509) in which other programs read it. */
    public byte[] publicKey() {
        return open.getEncoded();
    }

    /** False for a signature or a key that is none, too. */
    public static boolean verifies(byte[] publicKey, byte[] text, byte[] signature) {
        try {
            var check = Signature.getInstance(ALGORITHM);
            check.initVerify(publicKey(publicKey));
            check.update(text);
            return check.verify(signature);
        } catch (GeneralSecurityException damaged) {
            return false;
        }
    }

    private static PublicKey publicKey(byte[] encoded) throws GeneralSecurityException {
        return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
    }

    private static IllegalStateException missing(GeneralSecurityException e) {
        return new IllegalStateException("every Java has Ed25519", e);
    }
}
