package org.giaoban.identity;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The accounts people sign in with. Whoever calls a changing method has asked for the right to do so. */
@Service
@Transactional
public class Accounts {

    private final AccountRepository repository;
    private final AccountMemory memory;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final CurrentViewer viewer;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Accounts(
            AccountRepository repository,
            AccountMemory memory,
            Passwords passwords,
            PasswordRules rules,
            CurrentViewer viewer,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.memory = memory;
        this.passwords = passwords;
        this.rules = rules;
        this.viewer = viewer;
        this.events = events;
        this.clock = clock;
    }

    public AccountId create(NewAccount wanted) {
        objectTo(wanted.password(), wanted.login().strip().toLowerCase(Locale.ROOT));
        return create(wanted, passwords.hash(wanted.password()));
    }

    /** With a password that is hashed already: the accounts of a story share one, and its hash. */
    AccountId create(NewAccount wanted, String passwordHash) {
        var login = wanted.login().strip().toLowerCase(Locale.ROOT);
        var account = new Account(
                AccountId.next(),
                login,
                VietnameseText.nfc(wanted.name()).strip(),
                wanted.person(),
                blankToNull(wanted.email()),
                wanted.firstLogIn() == NewAccount.FirstLogIn.CHANGES_PASSWORD,
                0,
                clock.instant(),
                null,
                null);
        try {
            repository.insert(account, passwordHash);
        } catch (DuplicateKeyException taken) {
            throw new Refused("identity.account.taken", login);
        }
        tell(account.id(), "identity.opened");
        return account.id();
    }

    @Transactional(readOnly = true)
    public Account get(AccountId id) {
        return repository.find(id).orElseThrow(() -> new NotFound(id));
    }

    @Transactional(readOnly = true)
    public Optional<AccountId> byLogin(String login) {
        return repository.byLogin(login.strip().toLowerCase(Locale.ROOT)).map(Account::id);
    }

    /** The open account of each person who has one. */
    @Transactional(readOnly = true)
    public Map<PersonId, AccountId> byPersons(Collection<PersonId> persons) {
        return repository.ofPersons(persons);
    }

    /** Names for showing; the system has one too. */
    @Transactional(readOnly = true)
    public Map<AccountId, String> names(Collection<AccountId> ids) {
        var names = new HashMap<>(repository.names(ids));
        names.put(Viewer.SYSTEM.account(), Texts.text("identity.system"));
        return names;
    }

    /** Mail addresses of those open accounts that have one. */
    @Transactional(readOnly = true)
    public Map<AccountId, String> emails(Collection<AccountId> ids) {
        return repository.emails(ids);
    }

    /** The account's owner as a viewer, for work done in their name; absent when the account is closed. */
    @Transactional(readOnly = true)
    public Optional<Viewer> viewer(AccountId id) {
        return repository.find(id).filter(Account::open).map(Account::viewer);
    }

    /** Log-in name and name of those accounts that are open, in the order of the names. */
    @Transactional(readOnly = true)
    public Map<String, String> logins(Collection<AccountId> ids) {
        return repository.logins(ids);
    }

    /** Those of the accounts that are open. */
    @Transactional(readOnly = true)
    public Set<AccountId> open(Collection<AccountId> ids) {
        return repository.open(ids);
    }

    /** One account more than {@code most} tells that there are others. */
    @Transactional(readOnly = true)
    public List<Account> page(AccountFilter filter, int most) {
        return repository.page(filter, most + 1);
    }

    /** Closes the account: its sessions end with their next request. */
    public void close(AccountId id) {
        if (viewer.get().account().equals(id)) {
            throw new Refused("identity.account.own");
        }
        get(id);
        repository.close(id, clock.instant());
        tell(id, "identity.closed");
    }

    public void reopen(AccountId id) {
        get(id);
        repository.reopen(id);
        tell(id, "identity.reopened");
    }

    /** Gives a first password again; the owner has to choose another one at the next log-in. */
    public void resetPassword(AccountId id, String password) {
        var account = get(id);
        objectTo(password, account.login());
        repository.changePassword(id, passwords.hash(password), true, clock.instant());
        tell(id, "identity.password-reset");
    }

    /** What is wrong with a password for this log-in name, as a sentence. */
    public Optional<String> objection(String password, String login) {
        return rules.objection(password, login).map(key -> Texts.text(key, PasswordRules.SHORTEST));
    }

    /** The owner's own change; gives the new stamp, which keeps the present session alive. */
    int changeOwnPassword(AccountId id, String password) {
        var account = get(id);
        objectTo(password, account.login());
        repository.changePassword(id, passwords.hash(password), false, clock.instant());
        tell(id, "identity.password-changed");
        return account.stamp() + 1;
    }

    boolean passwordIs(AccountId id, String password) {
        var hash = Objects.requireNonNull(repository.passwordHash(id).orElse(passwords.nobodysHash()));
        return passwords.check(password, hash) == Passwords.Check.RIGHT;
    }

    /** The account of a session, unless it was closed or got another password meanwhile: every request begins here. */
    @Transactional(propagation = Propagation.SUPPORTS)
    Optional<Account> current(SignedIn session) {
        return memory.find(session.id()).filter(account -> account.open() && account.stamp() == session.stamp());
    }

    void entered(Account account) {
        repository.seen(account.id(), clock.instant());
        viewer.run(account.viewer(), () -> tell(account.id(), "identity.entered"));
    }

    void left(AccountId id) {
        tell(id, "identity.left");
    }

    void refused(AccountId id) {
        tell(id, "identity.refused");
    }

    private void tell(AccountId id, String act) {
        var login = repository.find(id).map(Account::login);
        events.publishEvent(new AccountChanged(
                id, act, login.map(known -> Map.of("login", known)).orElse(Map.of())));
    }

    private void objectTo(String password, String login) {
        rules.objection(password, login).ifPresent(key -> {
            throw new Refused(key, PasswordRules.SHORTEST);
        });
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
