package org.giaoban.identity;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.giaoban.kernel.AccountId;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The tokens programs come with. Whoever makes, lists or revokes them for others has asked for the right to do so. */
@Service
@Transactional
public class ApiTokens {

    /** More valid tokens than this nobody needs, and nobody could watch. */
    static final int MOST = 20;

    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    private final TokenRepository repository;
    private final TokenMemory memory;
    private final AccountRepository accounts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ApiTokens(
            TokenRepository repository,
            TokenMemory memory,
            AccountRepository accounts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.memory = memory;
        this.accounts = accounts;
        this.events = events;
        this.clock = clock;
    }

    /** A fresh token, shown this once. */
    public record Issued(ApiToken token, String secret) {}

    public Issued issue(NewToken wanted) {
        var now = clock.instant();
        if (accounts.find(wanted.account()).filter(Account::open).isEmpty()) {
            throw new NotFound(wanted.account());
        }
        var valid = of(wanted.account()).stream()
                .filter(token -> token.state(now) == ApiToken.State.VALID)
                .count();
        if (valid >= MOST) {
            throw new Refused("identity.token.too-many", MOST);
        }
        var id = TokenId.next();
        var secret = TokenSecret.madeUp();
        repository.insert(id, secret, wanted, now);
        var token = get(id);
        tell(token, "identity.token-made");
        return new Issued(token, secret.text());
    }

    @Transactional(readOnly = true)
    public ApiToken get(TokenId id) {
        return repository.find(id).orElseThrow(() -> new NotFound(id));
    }

    /** The account's tokens, the newest first. */
    @Transactional(readOnly = true)
    public List<ApiToken> of(AccountId account) {
        return repository.page(account, Set.of(), null, 10 * MOST);
    }

    /** All tokens but those of hidden accounts, the newest first; one more than {@code most} tells that there are others. */
    @Transactional(readOnly = true)
    public List<ApiToken> page(Set<AccountId> hidden, @Nullable TokenId after, int most) {
        return repository.page(null, hidden, after, most + 1);
    }

    /** Revoking twice changes nothing. */
    public void revoke(TokenId id) {
        if (repository.revoke(id, clock.instant())) {
            tell(get(id), "identity.token-revoked");
        }
    }

    /** What became of a token that a program came with. */
    sealed interface Shown {

        record Good(Viewer viewer) implements Shown {}

        /** Over, revoked, or its account closed. */
        record Dead(ApiToken token) implements Shown {}

        record Unknown() implements Shown {}
    }

    /** At most one question and no transaction around it: every request of a program begins here. */
    @Transactional(propagation = Propagation.SUPPORTS)
    Shown shown(String secret) {
        var now = clock.instant();
        var read = TokenSecret.read(secret);
        if (read.isEmpty()) {
            return new Shown.Unknown();
        }
        var hash = read.get().hash();
        var found = memory.byHash(hash);
        if (found.isEmpty()) {
            return new Shown.Unknown();
        }
        var token = found.get().token();
        var account = found.get().account();
        if (token.state(now) != ApiToken.State.VALID || !account.open()) {
            return new Shown.Dead(token);
        }
        if (token.lastUsedAt() == null || token.lastUsedAt().isBefore(now.minus(USE_NOTED_EVERY))) {
            memory.used(hash, found.get(), now);
        }
        return new Shown.Good(account.viewer(token.limits()));
    }

    void refused(ApiToken token) {
        tell(token, "identity.token-refused");
    }

    private void tell(ApiToken token, String act) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("token", token.limits().shown());
        details.put("label", token.label());
        if (!token.limits().capabilities().isEmpty()) {
            details.put(
                    "right",
                    String.join(
                            ", ",
                            token.limits().capabilities().stream().sorted().toList()));
        }
        events.publishEvent(new AccountChanged(token.account(), act, details));
    }
}
