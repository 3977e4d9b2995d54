package org.giaoban.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/** SCRAM-SHA-256 (RFC 7677) as PostgreSQL asks for it: the password never goes over the line, and the server proves that it knows it. */
final class Scram {

    static final String NAME = "SCRAM-SHA-256";

    private static final String HEADER = "n,,";
    private static final String DIGEST = "HmacSHA256";
    private static final int NONCE_BYTES = 18;
    private static final int KEY_BITS = 256;

    private final String password;
    private final String nonce;
    private String expected = "";

    Scram(String password) {
        var bytes = new byte[NONCE_BYTES];
        new SecureRandom().nextBytes(bytes);
        this(password, Base64.getEncoder().encodeToString(bytes));
    }

    Scram(String password, String nonce) {
        this.password = password;
        this.nonce = nonce;
    }

    String first() {
        return HEADER + bare();
    }

    private String bare() {
        return "n=,r=" + nonce;
    }

    /** The proof that answers the server's first message. */
    String answer(String challenge) throws IOException {
        var said = parts(challenge);
        var both = said.getOrDefault("r", "");
        if (!both.startsWith(nonce) || both.length() == nonce.length()) {
            throw new IOException("The server's challenge is not an answer to ours");
        }
        var withoutProof =
                "c=" + Base64.getEncoder().encodeToString(HEADER.getBytes(StandardCharsets.US_ASCII)) + ",r=" + both;
        var all = bare() + "," + challenge + "," + withoutProof;
        try {
            var salted = salted(
                    Base64.getDecoder().decode(said.getOrDefault("s", "")),
                    Integer.parseInt(said.getOrDefault("i", "0")));
            var client = hmac(salted, "Client Key");
            var proof = hmac(MessageDigest.getInstance("SHA-256").digest(client), all);
            for (var at = 0; at < proof.length; at++) {
                proof[at] ^= client[at];
            }
            expected = Base64.getEncoder().encodeToString(hmac(hmac(salted, "Server Key"), all));
            return withoutProof + ",p=" + Base64.getEncoder().encodeToString(proof);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException("The server's challenge cannot be answered", e);
        }
    }

    void check(String last) throws IOException {
        var said = parts(last).getOrDefault("v", "");
        if (expected.isEmpty() || !MessageDigest.isEqual(bytes(expected), bytes(said))) {
            throw new IOException("The server does not know the password itself");
        }
    }

    private byte[] salted(byte[] salt, int rounds) throws GeneralSecurityException {
        var spec = new PBEKeySpec(password.toCharArray(), salt, rounds, KEY_BITS);
        return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(spec)
                .getEncoded();
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        var mac = Mac.getInstance(DIGEST);
        mac.init(new SecretKeySpec(key, DIGEST));
        return mac.doFinal(bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, String> parts(String message) {
        var parts = new TreeMap<String, String>();
        Arrays.stream(message.split(","))
                .filter(part -> part.length() > 1 && part.charAt(1) == '=')
                .forEach(part -> parts.put(part.substring(0, 1), part.substring(2)));
        return parts;
    }
}
