package org.giaoban.proceedings;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Eight digits that change twice a minute, shown on the wall: who types them is in the room. A code is good for the half
 * minute it is shown and for the next, so that a picture of it sent home comes too late.
 */
record CheckInCode(byte[] key) {

    static final Duration CHANGES = Duration.ofSeconds(30);

    private static final String ALGORITHM = "HmacSHA256";
    private static final int MODULUS = 100_000_000;

    String at(Instant moment) {
        return digits(window(moment));
    }

    boolean opens(String typed, Instant moment) {
        var digits = typed.replaceAll("\\D", "").getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        var now = window(moment);
        return same(digits, now) | same(digits, now - 1);
    }

    private boolean same(byte[] typed, long window) {
        return MessageDigest.isEqual(typed, digits(window).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }

    private static long window(Instant moment) {
        return moment.getEpochSecond() / CHANGES.toSeconds();
    }

    private String digits(long window) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            var hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(window).array());
            var number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xf) & 0x7fffffff;
            return String.format(Locale.ROOT, "%08d", number % MODULUS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
