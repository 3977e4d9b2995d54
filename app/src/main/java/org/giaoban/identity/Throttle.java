package org.giaoban.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows down guessing. A try is counted before the password is compared and given back when it was right, so parallel
 * tries cannot slip through. An account is never locked as a whole by few tries: whoever guesses from one address
 * blocks that address for the account, not the owner elsewhere.
 */
@Service
@Transactional
class Throttle {

    private static final int PER_ACCOUNT_AND_ADDRESS = 5;
    private static final int PER_ADDRESS = 50;
    private static final int PER_ACCOUNT = 100;
    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final AttemptRepository repository;
    private final Clock clock;

    Throttle(AttemptRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** Counts one try; false when there were too many lately. */
    boolean admit(String login, String address) {
        var now = clock.instant();
        var windowStart = now.minus(WINDOW);
        var together = repository.count(key("both", login, address), now, windowStart) <= PER_ACCOUNT_AND_ADDRESS;
        var from = repository.count(key("address", "", address), now, windowStart) <= PER_ADDRESS;
        var at = repository.count(key("account", login, ""), now, windowStart) <= PER_ACCOUNT;
        return together && from && at;
    }

    /** The password was right: this try does not count, and the owner's earlier mistakes are forgotten. */
    void forgive(String login, String address) {
        repository.delete(key("both", login, address));
        repository.giveBack(List.of(key("address", "", address), key("account", login, "")));
        repository.deleteBefore(clock.instant().minus(WINDOW));
    }

    /** Counts a token that opens nothing; false when this address came with too many lately. Good ones always pass. */
    boolean admitBadToken(String address) {
        var now = clock.instant();
        return repository.count(key("token", "", address), now, now.minus(WINDOW)) <= PER_ADDRESS;
    }

    /** Counts one turn of any other kind; false when this sender had too many lately. */
    boolean admitTurn(String kind, String sender, int most) {
        var now = clock.instant();
        return repository.count(key("turn " + kind, "", sender), now, now.minus(WINDOW)) <= most;
    }

    private static byte[] key(String kind, String login, String address) {
        try {
            var text = kind + '\n' + login + '\n' + address;
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
