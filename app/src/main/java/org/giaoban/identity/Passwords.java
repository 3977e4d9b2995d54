package org.giaoban.identity;

import java.text.Normalizer;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.giaoban.platform.Refused;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Hashes passwords with Argon2id (19 MiB, two passes), never more of them at once than there are processors. */
@Component
class Passwords {

    /** Longer input is not worth the work of hashing. */
    static final int LONGEST = 200;

    private static final int MEMORY_KIB = 19 * 1024;
    private static final long PATIENCE_SECONDS = 3;

    private final PasswordEncoder encoder = new DelegatingPasswordEncoder(
            "argon2", Map.of("argon2", new Argon2PasswordEncoder(16, 32, 1, MEMORY_KIB, 2)));

    private final Semaphore hashing = new Semaphore(Runtime.getRuntime().availableProcessors());

    /** Compared with when there is no such account, so that the answer takes as long. */
    private final String nobodysHash = hash("nobody has this password");

    /** How a comparison ended; when too many log in at once there is no answer. */
    enum Check {
        RIGHT,
        WRONG,
        BUSY
    }

    final String hash(String password) {
        if (!admitted()) {
            throw new Refused("identity.password.busy");
        }
        try {
            return encoder.encode(normal(password));
        } finally {
            hashing.release();
        }
    }

    Check check(String password, String hash) {
        if (!admitted()) {
            return Check.BUSY;
        }
        try {
            var right = encoder.matches(normal(password), hash) && password.length() <= LONGEST;
            return right ? Check.RIGHT : Check.WRONG;
        } finally {
            hashing.release();
        }
    }

    String nobodysHash() {
        return nobodysHash;
    }

    private boolean admitted() {
        try {
            return hashing.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The same characters however the keyboard composed them. */
    private static String normal(String password) {
        var kept = password.length() > LONGEST ? password.substring(0, LONGEST) : password;
        return Normalizer.normalize(kept, Normalizer.Form.NFKC);
    }
}
