package org.giaoban.readers;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes marks that tell readers apart for a while without saying who they are: once a key is deleted, nothing leads back. */
@Service
@Transactional
class Marks {

    private static final String HMAC = "HmacSHA256";

    private final ReaderKeys keys;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Marks(ReaderKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** What a key is for, and so how long it lives. */
    enum Purpose {
        /** A month: one vote per reader and article. */
        VOTE,
        /** A day: how often somebody sends. */
        TURN,
        /** A day: signs challenges and questions. */
        WORK;

        LocalDate since(LocalDate day) {
            return this == VOTE ? day.withDayOfMonth(1) : day;
        }
    }

    byte[] mark(Purpose purpose, String told) {
        return Arrays.copyOf(signed(key(purpose, purpose.since(LocalDate.now(clock))), told), 16);
    }

    /** What tells this sender from others today. */
    String turn(Sender sender) {
        return HexFormat.of().formatHex(mark(Purpose.TURN, sender.network()));
    }

    LocalDate month() {
        return Purpose.VOTE.since(LocalDate.now(clock));
    }

    /** The key by which challenges of that day are signed. */
    String workKey(LocalDate day) {
        return HexFormat.of().formatHex(key(Purpose.WORK, day));
    }

    void forget() {
        var today = LocalDate.now(clock);
        keys.forget(Purpose.VOTE, Purpose.VOTE.since(today));
        keys.forget(Purpose.TURN, today);
        keys.forget(Purpose.WORK, today.minusDays(1));
    }

    private byte[] key(Purpose purpose, LocalDate since) {
        return keys.find(purpose, since).orElseGet(() -> {
            var fresh = new byte[32];
            random.nextBytes(fresh);
            return keys.keep(purpose, since, fresh);
        });
    }

    private static byte[] signed(byte[] key, String told) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(told.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
