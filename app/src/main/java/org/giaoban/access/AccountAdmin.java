package org.giaoban.access;

import java.util.List;
import java.util.Set;
import org.giaoban.identity.Account;
import org.giaoban.identity.AccountFilter;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.FirstPassword;
import org.giaoban.identity.NewAccount;
import org.giaoban.kernel.AccountId;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What administrators do with accounts. An account that may act outside the administrator's units is not theirs: by a
 * new password they could otherwise take over somebody who may do more than they.
 */
@Service
@Transactional
class AccountAdmin {

    static final int PAGE = 50;

    private final Accounts accounts;
    private final GrantRepository grants;
    private final Access access;
    private final ObjectProvider<UnitTree> tree;
    private final Recording recording;

    AccountAdmin(
            Accounts accounts,
            GrantRepository grants,
            Access access,
            ObjectProvider<UnitTree> tree,
            Recording recording) {
        this.accounts = accounts;
        this.grants = grants;
        this.access = access;
        this.tree = tree;
        this.recording = recording;
    }

    /** A new account and the first password, which is shown once. */
    record Opened(Account account, String password) {}

    @Transactional(readOnly = true)
    List<Account> page(String words, AccountFilter.State state, String after) {
        var filter = new AccountFilter(words, state, after.isEmpty() ? null : after, hidden());
        return accounts.page(filter, PAGE);
    }

    /** Accounts that may act outside the administrator's units. */
    @Transactional(readOnly = true)
    Set<AccountId> hidden() {
        return grants.outside(access.scope(Capability.ACCOUNTS), recording.today());
    }

    @Transactional(readOnly = true)
    Account get(AccountId id) {
        var account = accounts.get(id);
        if (!theirs(id)) {
            throw new NotFound(id);
        }
        return account;
    }

    Opened open(AccountForm form) {
        var password = FirstPassword.madeUp();
        var id = accounts.create(new NewAccount(
                form.login(), form.name(), null, form.email(), password, NewAccount.FirstLogIn.CHANGES_PASSWORD));
        return new Opened(accounts.get(id), password);
    }

    /** For a first password that was lost on its way: whoever signed in once gets back in by two officers only. */
    Opened newPassword(AccountId id) {
        var account = get(id);
        if (account.entered()) {
            throw new Refused("access.accounts.by-two");
        }
        var password = FirstPassword.madeUp();
        accounts.resetPassword(id, password);
        return new Opened(account, password);
    }

    void close(AccountId id) {
        get(id);
        accounts.close(id);
    }

    void reopen(AccountId id) {
        get(id);
        accounts.reopen(id);
    }

    private boolean theirs(AccountId id) {
        var scope = access.scope(Capability.ACCOUNTS);
        if (scope.empty()) {
            return false;
        }
        var today = recording.today();
        return grants.of(id).stream()
                .filter(grant -> grant.runs(today))
                .allMatch(grant -> scope.contains(grant.unit())
                        && (grant.reach() == Reach.UNIT
                                || scope.everywhere()
                                || scope.units().containsAll(tree.getObject().subtree(grant.unit(), today))));
    }
}
