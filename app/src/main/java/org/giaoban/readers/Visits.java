package org.giaoban.readers;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.giaoban.platform.Memory;
import org.giaoban.portal.Robots;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Counts visits: a reader's pages within half an hour are one. Who is here is known in memory only, as a number made with a
 * secret of this start, and forgotten by itself; the database gets how many came on a day, once a second at most.
 */
@Component
class Visits implements DisposableBean, Memory {

    private static final Duration ONE_VISIT = Duration.ofMinutes(30);
    private static final Duration HERE = Duration.ofMinutes(5);
    private static final int MOST = 500_000;
    private static final long SECOND = 1_000_000_000L;

    private final long secret = new SecureRandom().nextLong();
    private final Cache<Long, Boolean> visiting =
            Caffeine.newBuilder().expireAfterAccess(ONE_VISIT).maximumSize(MOST).build();
    private final Cache<Long, Boolean> here =
            Caffeine.newBuilder().expireAfterWrite(HERE).maximumSize(MOST).build();
    private final ConcurrentHashMap<LocalDate, Long> fresh = new ConcurrentHashMap<>();
    private final AtomicLong kept = new AtomicLong(System.nanoTime() - SECOND);
    private final VisitBook book;
    private final Clock clock;
    private volatile VisitRepository.Sums sums = new VisitRepository.Sums(0, 0, 0, 0);

    Visits(VisitBook book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    /** How many are here now, and came today, this week, this month and ever. */
    record Numbers(long now, long today, long week, long month, long all) {}

    /** Notes that somebody looks at a page, and says how many do. */
    Numbers seen(Sender sender) {
        if (!Robots.named(sender.browser())) {
            var reader = mix(sender.told());
            here.put(reader, true);
            if (visiting.asMap().putIfAbsent(reader, true) == null) {
                fresh.merge(LocalDate.now(clock), 1L, Long::sum);
            }
        }
        return numbers();
    }

    /** The database's sums, not more than a second old, with what came since. */
    Numbers numbers() {
        var last = kept.get();
        if (System.nanoTime() - last >= SECOND && kept.compareAndSet(last, System.nanoTime())) {
            keep();
        }
        var more = fresh.getOrDefault(LocalDate.now(clock), 0L);
        here.cleanUp();
        return new Numbers(
                here.estimatedSize(), sums.today() + more, sums.week() + more, sums.month() + more, sums.all() + more);
    }

    /** Writes down what came; what cannot be written is counted on. */
    void keep() {
        for (var day : fresh.keySet()) {
            var count = fresh.remove(day);
            if (count != null) {
                written(day, count);
            }
        }
        sums = book.sums(LocalDate.now(clock));
    }

    private void written(LocalDate day, long count) {
        var done = false;
        try {
            book.add(day, count);
            done = true;
        } finally {
            if (!done) {
                fresh.merge(day, count, Long::sum);
            }
        }
    }

    /** 64 bits of a hash with a secret: two readers of a day are as good as never the same. */
    private long mix(String told) {
        var hash = secret;
        for (var at = 0; at < told.length(); at++) {
            hash = (hash ^ told.charAt(at)) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 29;
        }
        return hash;
    }

    @Override
    public void destroy() {
        if (!fresh.isEmpty()) {
            keep();
        }
    }

    @Override
    public void forget() {
        fresh.clear();
        visiting.invalidateAll();
        here.invalidateAll();
        sums = new VisitRepository.Sums(0, 0, 0, 0);
        kept.set(System.nanoTime() - SECOND);
    }
}
