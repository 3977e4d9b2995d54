package org.giaoban.portal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.giaoban.pages.LiveNumber;
import org.giaoban.pages.PageRead;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Memory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;

/**
 * Counts how often an article was read: a visitor once per interval, machines never, and nobody's address is kept. What comes
 * between two writings stands in memory; the database alone says who was counted before.
 */
@Service
class Views implements LiveNumber, PageRead, Memory {

    static final Duration INTERVAL = Duration.ofMinutes(30);

    private static final Logger LOG = LoggerFactory.getLogger(Views.class);
    private static final int AT_ONCE = 5000;
    private static final int REMEMBERED = 200_000;

    private final ViewRepository views;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Set<Sighting> waiting = ConcurrentHashMap.newKeySet();
    private final Cache<Sighting, Boolean> lately = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(INTERVAL)
            .build();
    private final Cache<UUID, Long> totals =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    private volatile @Nullable Key key;

    Views(ViewRepository views, Clock clock) {
        this.views = views;
        this.clock = clock;
    }

    /** Who asks, as far as the line tells: the address and what the browser says it is. */
    record Visitor(String address, String browser) {

        static Visitor of(HttpServletRequest request) {
            var browser = Objects.requireNonNullElse(request.getHeader("User-Agent"), "");
            var ahead = request.getHeader("Sec-Purpose") != null
                    || request.getMethod().equals("HEAD");
            return new Visitor(request.getRemoteAddr(), ahead ? "" : browser);
        }

        boolean machine() {
            return Robots.named(browser);
        }
    }

    /** Somebody, by a hash that means nothing tomorrow, who read an article in an interval. */
    record Sighting(UUID article, long high, long low, long slot) {

        byte[] visitor() {
            return ByteBuffer.allocate(16).putLong(high).putLong(low).array();
        }
    }

    private record Key(LocalDate day, SecretKeySpec secret) {}

    @Override
    public String name() {
        return "views";
    }

    @Override
    public String text(UUID article) {
        return Formats.number(totals.get(article, views::total));
    }

    /** The number as the database has it, on which readings from now on are shown. */
    void known(ArticleId article, long total) {
        totals.asMap().merge(article.value(), total, Math::max);
    }

    @Override
    public void read(UUID about, HttpServletRequest request) {
        try {
            read(new ArticleId(about), Visitor.of(request));
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("A reading was not counted: {}", away.getMessage());
        }
    }

    void read(ArticleId article, Visitor visitor) {
        if (visitor.machine()) {
            return;
        }
        var sighting = sighting(article.value(), visitor);
        if (lately.asMap().putIfAbsent(sighting, true) == null) {
            waiting.add(sighting);
        }
    }

    /** Writes what waits. What could not be written waits on. */
    void flush() {
        while (!waiting.isEmpty()) {
            List<Sighting> some =
                    new ArrayList<>(waiting.stream().limit(AT_ONCE).toList());
            views.count(some).forEach(totals::put);
            some.forEach(waiting::remove);
        }
    }

    /** Yesterday's key and passed intervals go; what stays are numbers. */
    int forgetVisitors() {
        return views.forget(slot() - 1, LocalDate.now(clock));
    }

    @Override
    public void forget() {
        waiting.clear();
        lately.invalidateAll();
        totals.invalidateAll();
        key = null;
    }

    private long slot() {
        return clock.instant().getEpochSecond() / INTERVAL.toSeconds();
    }

    private Sighting sighting(UUID article, Visitor visitor) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(secret());
            var told = visitor.address() + "\n" + visitor.browser();
            var hash = ByteBuffer.wrap(mac.doFinal(told.getBytes(StandardCharsets.UTF_8)));
            return new Sighting(article, hash.getLong(), hash.getLong(), slot());
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private SecretKeySpec secret() {
        var today = LocalDate.now(clock);
        var known = key;
        if (known == null || !known.day().equals(today)) {
            known = new Key(today, new SecretKeySpec(secret(today), "HmacSHA256"));
            key = known;
        }
        return known.secret();
    }

    private byte[] secret(LocalDate today) {
        return views.key(today).orElseGet(() -> {
            var fresh = new byte[32];
            random.nextBytes(fresh);
            return views.keep(today, fresh);
        });
    }
}
