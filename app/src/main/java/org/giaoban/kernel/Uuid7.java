package org.giaoban.kernel;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Time-ordered identifiers (UUID version 7) that never go backwards within one process. */
public final class Uuid7 {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final AtomicLong LAST_TICK = new AtomicLong();
    private static final int COUNTER_BITS = 12;
    private static final long COUNTER_MASK = (1L << COUNTER_BITS) - 1;
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long RANDOM_MASK = 0x3FFF_FFFF_FFFF_FFFFL;

    private Uuid7() {}

    /** A new identifier, greater than every one made before it in this process. */
    public static UUID next() {
        return at(System.currentTimeMillis());
    }

    /** From here on every identifier is greater than that one, which an earlier process made: its clock may have been ahead. */
    public static void continueAfter(UUID earlier) {
        LAST_TICK.accumulateAndGet(millis(earlier) << COUNTER_BITS | COUNTER_MASK, Math::max);
    }

    /** The moment in an identifier, by the clock of the machine that made it. */
    public static long millis(UUID id) {
        return id.getMostSignificantBits() >>> Short.SIZE;
    }

    static UUID at(long millis) {
        // A tick is a millisecond followed by a counter; when many are made in one millisecond the counter runs
        // over into the next, which keeps the order at the price of a clock a little ahead.
        var tick = LAST_TICK.updateAndGet(last -> Math.max(last + 1, millis << COUNTER_BITS));
        var high = (tick >>> COUNTER_BITS << 16) | VERSION_7 | (tick & COUNTER_MASK);
        return new UUID(high, VARIANT | (RANDOM.nextLong() & RANDOM_MASK));
    }
}
