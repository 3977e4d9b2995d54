package org.giaoban.access;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.giaoban.identity.Accounts;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.Actor;
import org.giaoban.platform.CliCommand;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes a token of the API from the command line and prints it alone, so that a script can take it. */
@Component
@Command(
        name = "create-token",
        mixinStandardHelpOptions = true,
        description = "Makes a token for the API and prints it, alone. Run again it makes another.")
class CreateTokenCommand implements CliCommand {

    private final Accounts accounts;
    private final TokenDesk desk;
    private final Actor actor;

    @Option(names = "--user", required = true, description = "Log-in name of the account the token acts for")
    private String user = "";

    @Option(names = "--capability", description = "Only this of what the account may do; may be repeated")
    private Set<Capability> capabilities = EnumSet.noneOf(Capability.class);

    @Option(names = "--unit", description = "Code of the only unit, with all below, where the token holds")
    private @Nullable String unit;

    @Option(names = "--label", description = "What the token is for")
    private @Nullable String label;

    @Option(names = "--days", description = "For how many days, by default ${DEFAULT-VALUE}; 0: until it is revoked")
    private int days = 365;

    CreateTokenCommand(Accounts accounts, TokenDesk desk, Actor actor) {
        this.accounts = accounts;
        this.desk = desk;
        this.actor = actor;
    }

    @Override
    public Integer call() {
        var secret = new AtomicReference<String>();
        actor.asSystem(() -> secret.set(desk.issue(wanted()).secret()));
        System.out.println(secret.get());
        return 0;
    }

    private TokenDesk.Wanted wanted() {
        var account = accounts.byLogin(user).orElseThrow(() -> new Refused("access.cli.no-user", user));
        var last = days == 0 ? null : desk.today().plusDays(days);
        var what = label == null ? Texts.text("access.cli.token-label") : label;
        return new TokenDesk.Wanted(account, what, capabilities, unit == null ? null : known(unit), last);
    }

    private UnitId known(String code) {
        return desk.unit(code).orElseThrow(() -> new Refused("access.unit.unknown", code));
    }
}
