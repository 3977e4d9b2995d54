package org.giaoban.factors;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.giaoban.audit.Audit;
import org.giaoban.audit.ObjectRef;
import org.giaoban.factors.PasskeyRepository.Passkey;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.SecondFactor;
import org.giaoban.identity.Turns;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.AccountId;
import org.giaoban.platform.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The second factors of accounts: set up, asked for, taken away; all of it is written in the log. */
@Service
@Transactional
class Factors implements SecondFactor {

    /** Whoever has the password still guesses one code of a million. */
    private static final int TRIES = 8;

    private final CodeApps apps;
    private final PaperCodes paper;
    private final PasskeyRepository passkeys;
    private final OutsideRepository outside;
    private final Accounts accounts;
    private final CurrentViewer viewer;
    private final Turns turns;
    private final Audit audit;

    Factors(
            CodeApps apps,
            PaperCodes paper,
            PasskeyRepository passkeys,
            OutsideRepository outside,
            Accounts accounts,
            CurrentViewer viewer,
            Turns turns,
            Audit audit) {
        this.apps = apps;
        this.passkeys = passkeys;
        this.outside = outside;
        this.paper = paper;
        this.accounts = accounts;
        this.viewer = viewer;
        this.turns = turns;
        this.audit = audit;
    }

    /** How a typed code was taken. */
    enum Verdict {
        RIGHT,
        WRONG,
        TOO_MANY
    }

    /** What an account has. */
    record Owned(Optional<Instant> app, List<Passkey> passkeys, int paperCodes) {

        boolean any() {
            return app.isPresent() || !passkeys.isEmpty();
        }
    }

    @Override
    @Transactional(readOnly = true)
    public boolean awaited(AccountId account) {
        return of(account).any();
    }

    @Transactional(readOnly = true)
    public Owned of(AccountId account) {
        return new Owned(apps.since(account), passkeys.of(account), paper.left(account));
    }

    /** Compares a code of the app or from paper; right or wrong, it counts as a try. */
    public Verdict check(AccountId account, String typed) {
        if (!turns.take("factor", account.value().toString(), TRIES)) {
            return Verdict.TOO_MANY;
        }
        var code = typed.strip().replace(" ", "");
        var right = code.matches("\\d{" + Totp.DIGITS + "}") ? apps.accept(account, code) : fromPaper(account, code);
        if (!right) {
            tell(account, "factors.refused");
        }
        return right ? Verdict.RIGHT : Verdict.WRONG;
    }

    /** A passkey answered wrongly; that, too, counts as a try. */
    public Verdict refused(AccountId account) {
        tell(account, "factors.refused");
        return turns.take("factor", account.value().toString(), TRIES) ? Verdict.WRONG : Verdict.TOO_MANY;
    }

    /** The account, unless it was closed. */
    @Transactional(readOnly = true)
    public Optional<AccountId> open(AccountId account) {
        return accounts.viewer(account).map(Viewer::account);
    }

    public void passkeyMade(AccountId account) {
        tell(account, "factors.passkey-on");
    }

    public void removePasskey(AccountId account, UUID id) {
        if (!passkeys.remove(account, id)) {
            throw new NotFound(id);
        }
        tell(account, "factors.passkey-off");
        if (!awaited(account)) {
            paper.clear(account);
        }
    }

    private boolean fromPaper(AccountId account, String code) {
        var right = awaited(account) && paper.use(account, code);
        if (right) {
            tell(account, "factors.paper-used");
        }
        return right;
    }

    public void begin(AccountId account) {
        apps.begin(account);
    }

    @Transactional(readOnly = true)
    public Optional<byte[]> begun(AccountId account) {
        return apps.begun(account);
    }

    /** The first code of the app switches it on; gives the codes for the day it is lost, or nothing when the code was wrong. */
    public List<String> confirm(AccountId account, String code) {
        if (!turns.take("factor", account.value().toString(), TRIES) || !apps.confirm(account, code)) {
            return List.of();
        }
        tell(account, "factors.app-on");
        return paper.renew(account);
    }

    public List<String> newPaper(AccountId account) {
        if (!awaited(account)) {
            throw new NotFound(account);
        }
        tell(account, "factors.paper-made");
        return paper.renew(account);
    }

    public void removeApp(AccountId account) {
        apps.remove(account);
        tell(account, "factors.app-off");
        if (!awaited(account)) {
            paper.clear(account);
        }
    }

    /** Takes away everything the owner signed in with besides the password. */
    public void clear(AccountId account) {
        apps.remove(account);
        passkeys.clear(account);
        outside.untie(account);
        paper.clear(account);
    }

    /** In a log-in nobody is signed in yet: the owner of the account is written down as the one who tried. */
    private void tell(AccountId account, String act) {
        var object = new ObjectRef("account", account.value());
        if (viewer.find().isPresent()) {
            audit.record(act, object, null, Map.of());
        } else {
            accounts.viewer(account)
                    .ifPresent(owner -> viewer.run(owner, () -> audit.record(act, object, null, Map.of())));
        }
    }
}
