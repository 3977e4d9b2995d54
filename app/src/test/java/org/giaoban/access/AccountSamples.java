package org.giaoban.access;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.ApiTokens;
import org.giaoban.identity.NewAccount;
import org.giaoban.identity.NewToken;
import org.giaoban.kernel.DateRange;
import org.springframework.stereotype.Component;

/** An account with a right in the own unit, for the pages of administrators. */
@Component
class AccountSamples implements MatrixSamples {

    private final Accounts accounts;
    private final Grants grants;
    private final ApiTokens tokens;

    AccountSamples(Accounts accounts, Grants grants, ApiTokens tokens) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.grants = grants;
    }

    @Override
    public List<Sample> samples(MatrixWorld world) {
        var account = accounts.create(new NewAccount(
                "mau.thu", "Mẫu Thử Nghiệm", null, null, "mot cau de nho 2018", NewAccount.FirstLogIn.KEEPS_PASSWORD));
        var grant = grants.grant(
                account, Capability.TASK_READ, world.own(), Reach.UNIT, DateRange.from(LocalDate.of(2018, 1, 1)));
        var id = Map.of("id", account.value());
        var right = Map.of("id", grant.value());
        var fresh = Map.of(
                "account", account.value().toString(),
                "right", "TASK_DO",
                "unit", world.own().value().toString(),
                "reach", "UNIT",
                "from", "2018-11-01");
        var token = Map.of(
                "id",
                tokens.issue(new NewToken(account, "mẫu", Set.of(), null, null))
                        .token()
                        .limits()
                        .id()
                        .value());
        return List.of(
                Sample.of("/tokens/{id}/revoke", token, world.own()),
                Sample.of("/account/tokens/{id}/revoke", token, null).ofAnotherPerson(),
                Sample.of("/accounts/{id}", id, world.own()).hiding("Mẫu Thử Nghiệm"),
                Sample.of("/accounts/{id}/password", id, world.own()),
                Sample.of("/accounts/{id}/close", id, world.own()),
                Sample.of("/accounts/{id}/reopen", id, world.own()),
                Sample.of("GET /grants/{id}/end", right, world.own()).hiding("Mẫu Thử Nghiệm"),
                Sample.of("POST /grants/{id}/end", right, world.own()).with(Map.of("last", "2018-10-31")),
                Sample.of("GET /grants/new", Map.of(), null)
                        .with(Map.of("account", account.value().toString())),
                Sample.of("POST /grants/preview", Map.of(), world.own()).with(fresh),
                Sample.of("POST /grants", Map.of(), world.own()).with(fresh),
                Sample.of("/account/sessions/{handle}/end", Map.of("handle", "0123456789abcdef"), null),
                Sample.of("/audit/of/{kind}/{id}", Map.of("kind", "account", "id", account.value()), null)
                        .hiding("Mẫu Thử Nghiệm"),
                Sample.of("/audit/export/{format:xlsx|csv}", Map.of("format", "csv"), null));
    }
}
