package org.giaoban.factors;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.giaoban.access.AccountKeepers;
import org.giaoban.audit.Audit;
import org.giaoban.audit.ObjectRef;
import org.giaoban.identity.Account;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.FirstPassword;
import org.giaoban.kernel.AccountId;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives access back to whoever lost what they sign in with: never one person alone, never by mail. One officer of the unit above
 * has seen the owner and asks; another confirms, and hands over a first password.
 */
@Service
@Transactional
class Recoveries {

    private final RecoveryRepository repository;
    private final Factors factors;
    private final Accounts accounts;
    private final AccountKeepers keepers;
    private final CurrentViewer viewer;
    private final Audit audit;
    private final Clock clock;

    Recoveries(
            RecoveryRepository repository,
            Factors factors,
            Accounts accounts,
            AccountKeepers keepers,
            CurrentViewer viewer,
            Audit audit,
            Clock clock) {
        this.repository = repository;
        this.factors = factors;
        this.accounts = accounts;
        this.keepers = keepers;
        this.viewer = viewer;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the owner gets: a first password. */
    public record Given(Account account, String password) {}

    /** The account is one the viewer looks after from above; any other is none. */
    @Transactional(readOnly = true)
    public Optional<Recovery> of(AccountId account) {
        door(account);
        return repository.open(account, clock.instant());
    }

    @Transactional(readOnly = true)
    public Optional<Recovery> ownOpen() {
        return repository.open(viewer.get().account(), clock.instant());
    }

    public void ask(AccountId account, String reason) {
        door(account);
        if (!accounts.get(account).open()) {
            throw new Refused("factors.recovery.closed");
        }
        var me = viewer.get().account();
        var now = clock.instant();
        repository.dropExpired(account, me, now);
        try {
            repository.insert(Recovery.of(account, reason.strip(), me, now));
        } catch (DuplicateKeyException open) {
            throw new Refused("factors.recovery.open-already");
        }
        tell(account, "factors.recovery-asked", Map.of("reason", reason.strip()));
    }

    /** Takes away every factor and every session, and gives the first password, which is shown once. */
    public Given confirm(UUID id) {
        var recovery = repository.find(id).orElseThrow(() -> new NotFound(id));
        door(recovery.account());
        if (recovery.asker().equals(viewer.get().account())) {
            throw new Refused("factors.recovery.another");
        }
        if (!repository.confirm(id, viewer.get().account(), clock.instant())) {
            throw new Refused("factors.recovery.over");
        }
        factors.clear(recovery.account());
        var password = FirstPassword.madeUp();
        accounts.resetPassword(recovery.account(), password);
        tell(
                recovery.account(),
                "factors.recovery-confirmed",
                Map.of("asker", accounts.names(List.of(recovery.asker())).getOrDefault(recovery.asker(), "")));
        return new Given(accounts.get(recovery.account()), password);
    }

    /** Whoever looks after the account may drop it, and so may its owner, who is evidently not locked out. */
    public void drop(UUID id) {
        var recovery = repository.find(id).orElseThrow(() -> new NotFound(id));
        if (!recovery.account().equals(viewer.get().account())) {
            door(recovery.account());
        }
        if (!repository.drop(id, viewer.get().account(), clock.instant())) {
            throw new Refused("factors.recovery.over");
        }
        tell(recovery.account(), "factors.recovery-dropped", Map.of());
    }

    /** What waits for the viewer as the second officer. */
    @Transactional(readOnly = true)
    public List<Recovery> waiting() {
        var me = viewer.get().account();
        return repository.allOpen(clock.instant()).stream()
                .filter(one -> !one.asker().equals(me) && !one.account().equals(me))
                .filter(one -> keepers.above(one.account()))
                .toList();
    }

    private void door(AccountId account) {
        if (account.equals(viewer.get().account()) || !keepers.above(account)) {
            throw new NotFound(account);
        }
    }

    private void tell(AccountId account, String act, Map<String, String> details) {
        audit.record(act, new ObjectRef("account", account.value()), null, details);
    }
}
