package org.giaoban.pages;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.giaoban.platform.Memory;
import org.giaoban.platform.Stamps;
import org.giaoban.platform.database.DatabaseGate;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The public pages as they were last made. Whoever changes anything public says so in the writing transaction: this server
 * shows no older page after the commit, every other one not for longer than it takes until it looks again.
 */
@Component
public class KeptPages implements Memory {

    private static final String STAMP = "pages";
    private static final String ABOUT = "giaoban.page-about";
    private static final long LOOK_AGAIN = Duration.ofSeconds(1).toNanos();

    /** The part of the memory that may go for pages. */
    private static final int SHARE = 16;

    private final Stamps stamps;
    private final DatabaseGate gate;
    private final Clock clock;
    private final AtomicLong looked = new AtomicLong(System.nanoTime() - 2 * LOOK_AGAIN);
    private final Cache<PageKey, Page> pages;
    private volatile Seen seen = new Seen(-1, LocalDate.MIN);
    private volatile Object era = new Object();

    KeptPages(Stamps stamps, DatabaseGate gate, Clock clock) {
        this.stamps = stamps;
        this.gate = gate;
        this.clock = clock;
        pages = Caffeine.newBuilder()
                .maximumWeight(Runtime.getRuntime().maxMemory() / SHARE)
                .weigher((PageKey key, Page page) -> page.weight())
                .build();
    }

    /** What the pages were made of; a new day makes new ones. */
    private record Seen(long number, LocalDate day) {}

    /** Something on the public pages is another from this transaction on. */
    public void changed() {
        stamps.renew(STAMP);
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            begin();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                begin();
            }
        });
    }

    /** Says what the page that is being made is about, so that its readings are heard of. */
    public static void about(HttpServletRequest request, UUID about) {
        request.setAttribute(ABOUT, about);
    }

    static @Nullable UUID about(HttpServletRequest request) {
        return (UUID) request.getAttribute(ABOUT);
    }

    /** A page is good only in the time in which it was begun to be made. */
    Object era() {
        return era;
    }

    @Nullable
    Page find(PageKey key) {
        var page = pages.getIfPresent(key);
        return page != null && page.era().equals(era) ? page : null;
    }

    void keep(PageKey key, Page page) {
        if (page.era().equals(era)) {
            pages.put(key, page);
        }
    }

    /** Asks now and then whether another server has changed something or a new day has begun; without a database nothing has. */
    void look() {
        var last = looked.get();
        var now = System.nanoTime();
        if (now - last < LOOK_AGAIN || gate.closed() || !looked.compareAndSet(last, now)) {
            return;
        }
        try {
            var fresh = new Seen(stamps.number(STAMP), LocalDate.now(clock));
            if (!fresh.equals(seen)) {
                seen = fresh;
                begin();
            }
        } catch (DataAccessException | TransactionException unreachable) {
            gate.suspect();
            looked.set(now);
        }
    }

    private void begin() {
        era = new Object();
    }

    /** Another database's pages mean nothing. */
    @Override
    public void forget() {
        begin();
        pages.invalidateAll();
    }
}
