package org.giaoban.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.giaoban.kernel.AccountId;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** The sessions somebody has open, on this device and elsewhere. */
@Component
class Sessions {

    private static final int HANDLE_LENGTH = 16;

    private final FindByIndexNameSessionRepository<? extends Session> repository;
    private final Clock clock;

    Sessions(FindByIndexNameSessionRepository<? extends Session> repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /**
     * One open session.
     *
     * @param handle names it on the page; the id itself is as good as a password and never shown
     */
    public record OpenSession(
            String handle, String device, String address, Instant since, Instant lastSeen, boolean present) {}

    List<OpenSession> of(AccountId account, String presentId) {
        return repository.findByPrincipalName(account.value().toString()).values().stream()
                .filter(session -> !session.isExpired())
                .map(session -> shown(session, presentId))
                .sorted(Comparator.comparing(OpenSession::lastSeen).reversed())
                .toList();
    }

    /** Ends the session of this name, if it is one of this account's. */
    void end(AccountId account, String handle) {
        repository.findByPrincipalName(account.value().toString()).keySet().stream()
                .filter(id -> handle(id).equals(handle))
                .forEach(repository::deleteById);
    }

    void endOthers(AccountId account, String presentId) {
        repository.findByPrincipalName(account.value().toString()).keySet().stream()
                .filter(id -> !id.equals(presentId))
                .forEach(repository::deleteById);
    }

    private OpenSession shown(Session session, String presentId) {
        // Sessions are timed by the machine; the clock people see may be a story's.
        var shift = Duration.between(Clock.systemUTC().instant(), clock.instant());
        return new OpenSession(
                handle(session.getId()),
                Device.name(Objects.requireNonNullElse(session.getAttribute(BrowserSession.DEVICE), "")),
                Objects.requireNonNullElse(session.getAttribute(BrowserSession.ADDRESS), ""),
                session.getCreationTime().plus(shift),
                session.getLastAccessedTime().plus(shift),
                session.getId().equals(presentId));
    }

    private static String handle(String id) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HANDLE_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
