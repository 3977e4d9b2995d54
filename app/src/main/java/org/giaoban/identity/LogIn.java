package org.giaoban.identity;

import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Decides on a try to log in. Unknown, closed and mistaken look the same and take the same work. */
@Component
class LogIn {

    private final Accounts accounts;
    private final AccountRepository repository;
    private final Passwords passwords;
    private final Throttle throttle;
    private final ObjectProvider<SecondFactor> factor;

    LogIn(
            Accounts accounts,
            AccountRepository repository,
            Passwords passwords,
            Throttle throttle,
            ObjectProvider<SecondFactor> factor) {
        this.factor = factor;
        this.accounts = accounts;
        this.repository = repository;
        this.passwords = passwords;
        this.throttle = throttle;
    }

    /** How a try ended. */
    sealed interface Outcome {

        record Entered(Account account) implements Outcome {}

        /** The password was right; it is not enough. */
        record HalfWay(Account account) implements Outcome {}

        record Wrong() implements Outcome {}

        record TooMany() implements Outcome {}

        record Busy() implements Outcome {}
    }

    Outcome attempt(String typedLogin, String password, String address) {
        var login = typedLogin.strip().toLowerCase(Locale.ROOT);
        if (!throttle.admit(login, address)) {
            return new Outcome.TooMany();
        }
        var account = repository.byLogin(login).filter(Account::open);
        var hash = account.flatMap(found -> repository.passwordHash(found.id())).orElse(passwords.nobodysHash());
        return switch (passwords.check(password, hash)) {
            case BUSY -> new Outcome.Busy();
            case WRONG -> wrong(account);
            case RIGHT ->
                account.<Outcome>map(found -> enter(found, login, address)).orElseGet(() -> wrong(account));
        };
    }

    private Outcome enter(Account account, String login, String address) {
        throttle.forgive(login, address);
        if (factor.stream().anyMatch(one -> one.awaited(account.id()))) {
            return new Outcome.HalfWay(account);
        }
        accounts.entered(account);
        return new Outcome.Entered(account);
    }

    private Outcome wrong(Optional<Account> account) {
        accounts.refused(account.map(Account::id).orElse(Viewer.SYSTEM.account()));
        return new Outcome.Wrong();
    }
}
