package org.giaoban.identity;

import java.text.Normalizer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.giaoban.platform.Refused;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords with Argon2id (19 MiB, two passes), on threads of its own that leave a processor to the rest: a hash on the thread of
 * a request would hold up all others, for it never waits.
 */
@Component
class Passwords {

    /** Longer input is not worth the work of hashing. */
    static final int LONGEST = 200;

    private static final int MEMORY_KIB = 19 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int AT_ONCE = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);

    private final PasswordEncoder encoder = new DelegatingPasswordEncoder(
            "argon2", Map.of("argon2", new Argon2PasswordEncoder(16, 32, 1, MEMORY_KIB, 2)));

    private final Lane hashing = new Lane(AT_ONCE, AT_ONCE);

    private final ExecutorService threads = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().daemon().name("password-", 0).factory());

    /** Compared with when there is no such account, so that the answer takes as long. */
    private final String nobodysHash = hash("nobody has this password");

    /** How a comparison ended; when too many log in at once there is no answer. */
    enum Check {
        RIGHT,
        WRONG,
        BUSY
    }

    final String hash(String password) {
        if (!hashing.enter(PATIENCE)) {
            throw new Refused("identity.password.busy");
        }
        return apart(() -> encoder.encode(normal(password)));
    }

    Check check(String password, String hash) {
        if (!hashing.enter(PATIENCE)) {
            return Check.BUSY;
        }
        return apart(() -> {
            var right = encoder.matches(normal(password), hash) && password.length() <= LONGEST;
            return right ? Check.RIGHT : Check.WRONG;
        });
    }

    String nobodysHash() {
        return nobodysHash;
    }

    private <T> T apart(Supplier<T> work) {
        try {
            return CompletableFuture.supplyAsync(work, threads).join();
        } finally {
            hashing.leave();
        }
    }

    /** The same characters however the keyboard composed them. */
    private static String normal(String password) {
        var kept = password.length() > LONGEST ? password.substring(0, LONGEST) : password;
        return Normalizer.normalize(kept, Normalizer.Form.NFKC);
    }
}
