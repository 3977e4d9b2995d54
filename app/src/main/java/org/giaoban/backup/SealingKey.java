package org.giaoban.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import javax.crypto.DecapsulateException;
import javax.crypto.KEM;
import javax.crypto.SecretKey;
import org.giaoban.platform.Refused;

/** The pair of keys of the backups: the open half on the server seals, the other half, kept elsewhere, opens. */
final class SealingKey {

    private static final String ALGORITHM = "X25519";
    private static final String OPEN = "giaoban-backup-public:";
    private static final String SECRET = "giaoban-backup-secret:";

    private SealingKey() {}

    /** A key for one file, and what its receiver makes the same key from. */
    record Fresh(SecretKey key, byte[] encapsulation) {}

    static KeyPair make() {
        try {
            return KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String text(PublicKey key) {
        return OPEN + Base64.getUrlEncoder().withoutPadding().encodeToString(key.getEncoded());
    }

    static String text(PrivateKey key) {
        return SECRET + Base64.getUrlEncoder().withoutPadding().encodeToString(key.getEncoded());
    }

    static PublicKey open(String text) {
        try {
            return factory().generatePublic(new X509EncodedKeySpec(bytes(text, OPEN)));
        } catch (GeneralSecurityException e) {
            throw new Refused("backup.key.not-open");
        }
    }

    /** The first line of the file that is a key; lines around it may say whose it is. */
    static PrivateKey secret(Path file) {
        try (var lines = Files.lines(file)) {
            var line = lines.map(String::strip)
                    .filter(text -> text.startsWith(SECRET))
                    .findFirst()
                    .orElseThrow(() -> new Refused("backup.key.not-secret", file));
            return factory().generatePrivate(new PKCS8EncodedKeySpec(bytes(line, SECRET)));
        } catch (IOException | GeneralSecurityException e) {
            throw new Refused("backup.key.not-secret", file);
        }
    }

    static Fresh fresh(PublicKey receiver) {
        try {
            var made = KEM.getInstance("DHKEM").newEncapsulator(receiver).encapsulate();
            return new Fresh(made.key(), made.encapsulation());
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The key of a file that was sealed for us; of another's file a key that opens nothing. */
    static SecretKey again(PrivateKey receiver, byte[] encapsulation) {
        try {
            return KEM.getInstance("DHKEM").newDecapsulator(receiver).decapsulate(encapsulation);
        } catch (NoSuchAlgorithmException | InvalidKeyException | DecapsulateException e) {
            throw new Refused("backup.key.wrong");
        }
    }

    private static byte[] bytes(String text, String beginning) throws InvalidKeyException {
        try {
            if (text.strip().startsWith(beginning)) {
                return Base64.getUrlDecoder().decode(text.strip().substring(beginning.length()));
            }
        } catch (IllegalArgumentException e) {
            throw new InvalidKeyException(e);
        }
        throw new InvalidKeyException();
    }

    private static KeyFactory factory() throws NoSuchAlgorithmException {
        return KeyFactory.getInstance(ALGORITHM);
    }
}
