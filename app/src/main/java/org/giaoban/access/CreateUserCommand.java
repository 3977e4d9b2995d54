package org.giaoban.access;

import org.giaoban.identity.Accounts;
import org.giaoban.identity.FirstPassword;
import org.giaoban.identity.NewAccount;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.Actor;
import org.giaoban.platform.CliCommand;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Opens an account from the command line, with a role if asked: how the first administrator comes in. */
@Component
@Command(
        name = "create-user",
        mixinStandardHelpOptions = true,
        description = "Opens an account. Run again with the same log-in name it changes nothing.")
class CreateUserCommand implements CliCommand {

    private final Accounts accounts;
    private final Grants grants;
    private final ObjectProvider<UnitTree> tree;
    private final Recording clock;
    private final Actor actor;

    @Option(names = "--login", required = true, description = "Log-in name: small letters, digits, . _ -")
    private String login = "";

    @Option(names = "--name", required = true, description = "Name shown on screen")
    private String name = "";

    @Option(names = "--email", description = "Address for the daily reminders")
    private @Nullable String email;

    @Option(names = "--password", description = "First password; left out, one is made up and printed")
    private @Nullable String password;

    @Option(names = "--role", description = "Role given from today, e.g. administrator; needs --unit")
    private @Nullable String role;

    @Option(names = "--unit", description = "Code of the unit where the role holds, with everything below")
    private @Nullable String unit;

    CreateUserCommand(Accounts accounts, Grants grants, ObjectProvider<UnitTree> tree, Recording clock, Actor actor) {
        this.accounts = accounts;
        this.grants = grants;
        this.tree = tree;
        this.clock = clock;
        this.actor = actor;
    }

    @Override
    public Integer call() {
        actor.asSystem(() -> {
            // first what may be refused, so that a refused call leaves nothing behind
            var top = top();
            var account = accounts.byLogin(login).orElseGet(this::open);
            if (role != null && top != null) {
                give(account, role, top);
            }
        });
        return 0;
    }

    private AccountId open() {
        var first = password == null ? FirstPassword.madeUp() : password;
        var account = accounts.create(
                new NewAccount(login, name, null, email, first, NewAccount.FirstLogIn.CHANGES_PASSWORD));
        System.out.println(Texts.text("access.cli.created", login));
        if (password == null) {
            System.out.println(Texts.text("access.cli.password", first));
        }
        return account;
    }

    private @Nullable UnitId top() {
        if (role == null) {
            return null;
        }
        if (unit == null) {
            throw new Refused("access.cli.no-unit");
        }
        var code = unit;
        return tree.getObject().byCode(code).orElseThrow(() -> new Refused("access.unit.unknown", code));
    }

    private void give(AccountId account, String role, UnitId top) {
        if (grants.holdsRole(account, role, top)) {
            return;
        }
        grants.grantRole(account, role, top, Reach.BELOW, DateRange.from(clock.today()));
        System.out.println(
                Texts.text("access.cli.granted", role, tree.getObject().name(top)));
    }
}
