package org.giaoban.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.giaoban.kernel.AccountId;
import org.giaoban.platform.MachineTime;
import org.giaoban.platform.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** How well and how long ago the owner of the present session proved who they are, and the log-in that waits for a second factor. */
@Component
public class ProvenSession {

    /** Whoever has to look for their telephone longer than this begins again. */
    static final Duration PATIENCE = Duration.ofMinutes(10);

    private final BrowserSession browser;
    private final Accounts accounts;
    private final Sessions sessions;
    private final InstantSource time;

    ProvenSession(BrowserSession browser, Accounts accounts, Sessions sessions, MachineTime time) {
        this.browser = browser;
        this.sessions = sessions;
        this.accounts = accounts;
        this.time = time;
    }

    /** The last proof of the present session. */
    public record Proven(Proof proof, Instant at) {}

    public Optional<Proven> present() {
        return Optional.ofNullable(signedIn())
                .map(session -> new Proven(
                        Objects.requireNonNullElse(session.proof(), Proof.PASSWORD),
                        Instant.ofEpochMilli(session.provenAt())));
    }

    /** The account whose password was right and whose second factor is awaited. */
    public Optional<Account> halfWay(HttpServletRequest request) {
        return browser.halfWay(request)
                .filter(waiting -> Math.abs(time.instant().toEpochMilli() - waiting.since()) <= PATIENCE.toMillis())
                .flatMap(waiting -> accounts.current(new SignedIn(waiting.account(), waiting.stamp(), null, 0)));
    }

    /** Lets in whoever proved with something they have that they are the owner of the account. */
    public void enter(AccountId id, HttpServletRequest request, HttpServletResponse response) {
        begin(id, Proof.FACTOR, request, response);
    }

    /** Lets in whoever another server vouches for: worth as much as a password. */
    public void vouchedFor(AccountId id, HttpServletRequest request, HttpServletResponse response) {
        begin(id, Proof.PASSWORD, request, response);
    }

    /** Whoever is vouched for has yet to show a second factor. */
    public void await(AccountId id, HttpServletRequest request, HttpServletResponse response) {
        browser.await(open(id), request, response);
    }

    private void begin(AccountId id, Proof proof, HttpServletRequest request, HttpServletResponse response) {
        var account = open(id);
        browser.begin(account, proof, request, response);
        accounts.entered(account);
    }

    private Account open(AccountId id) {
        var account = accounts.get(id);
        if (!account.open()) {
            throw new NotFound(id);
        }
        return account;
    }

    /** The owner proved it once more: the session goes on under a new id. A weaker proof takes nothing from a stronger one. */
    public void renew(Proof proof, HttpServletRequest request, HttpServletResponse response) {
        var session = Objects.requireNonNull(signedIn());
        var best = session.proof() == Proof.FACTOR ? Proof.FACTOR : proof;
        browser.continueWith(
                new SignedIn(
                        session.account(), session.stamp(), best, time.instant().toEpochMilli()),
                request,
                response);
    }

    /** Ends every other session of the one who is signed in; to be called before the present one gets another id. */
    public void endOthers(HttpServletRequest request) {
        sessions.endOthers(
                Objects.requireNonNull(signedIn()).id(), request.getSession().getId());
    }

    /** The same session for an account with another password, which was just typed. */
    SignedIn withStamp(int stamp) {
        var session = Objects.requireNonNull(signedIn());
        return new SignedIn(
                session.account(), stamp, session.proof(), time.instant().toEpochMilli());
    }

    private static @Nullable SignedIn signedIn() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn ? signedIn : null;
    }
}
