package org.giaoban.factors;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One-time codes that follow the clock (RFC 6238), as every code app makes them: HMAC-SHA-1, six digits, thirty seconds. */
final class Totp {

    static final int DIGITS = 6;
    static final int SECRET_BYTES = 20;

    private static final String APPS = "HmacSHA1";
    private static final long STEP_SECONDS = 30;

    /** A telephone may be this many steps ahead or behind. */
    private static final int DRIFT = 1;

    private Totp() {}

    static long step(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), STEP_SECONDS);
    }

    static String code(byte[] secret, long step) {
        return code(APPS, secret, step, DIGITS);
    }

    static String code(String algorithm, byte[] secret, long step, int digits) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret, algorithm));
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            var at = hash[hash.length - 1] & 0xf;
            var number = ByteBuffer.wrap(hash).getInt(at) & 0x7fff_ffff;
            return String.format(Locale.ROOT, "%0" + digits + "d", number % (int) Math.pow(10, digits));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }

    /** The step of about now whose code was typed; always the same work. */
    static OptionalLong match(byte[] secret, String typed, Instant now) {
        var present = step(now);
        var given = typed.getBytes(US_ASCII);
        var found = OptionalLong.empty();
        for (var step = present - DRIFT; step <= present + DRIFT; step++) {
            if (MessageDigest.isEqual(code(secret, step).getBytes(US_ASCII), given)) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }
}
