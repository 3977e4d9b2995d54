package org.giaoban.portal;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts how often an article was read: a visitor once per interval, machines never, and nobody's address is kept. */
@Service
@Transactional
class Views {

    static final Duration INTERVAL = Duration.ofMinutes(30);

    private static final Pattern MACHINE = Pattern.compile(
            "bot|crawl|spider|slurp|preview|scan|monitor|fetch|archiv|headless|curl|wget|python|java/|okhttp|go-http",
            Pattern.CASE_INSENSITIVE);

    private final ViewRepository views;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Views(ViewRepository views, Clock clock) {
        this.views = views;
        this.clock = clock;
    }

    /** Who asks, as far as the line tells: the address and what the browser says it is. */
    record Visitor(String address, String browser) {

        boolean machine() {
            return browser.isBlank() || MACHINE.matcher(browser).find();
        }
    }

    void read(ArticleId article, Visitor visitor) {
        if (visitor.machine()) {
            return;
        }
        var slot = slot();
        if (views.seen(article, hash(visitor), slot)) {
            views.count(article);
        }
    }

    /** Yesterday's key and passed intervals go; what stays are numbers. */
    int forget() {
        return views.forget(slot() - 1, LocalDate.now(clock));
    }

    private long slot() {
        return clock.instant().getEpochSecond() / INTERVAL.toSeconds();
    }

    private byte[] hash(Visitor visitor) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key(), "HmacSHA256"));
            var told = visitor.address() + "\n" + visitor.browser();
            return Arrays.copyOf(mac.doFinal(told.getBytes(StandardCharsets.UTF_8)), 16);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] key() {
        var today = LocalDate.now(clock);
        return views.key(today).orElseGet(() -> {
            var fresh = new byte[32];
            random.nextBytes(fresh);
            return views.keep(today, fresh);
        });
    }
}
