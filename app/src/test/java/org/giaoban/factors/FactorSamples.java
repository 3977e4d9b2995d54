package org.giaoban.factors;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.giaoban.access.Capability;
import org.giaoban.access.Grants;
import org.giaoban.access.MatrixSamples;
import org.giaoban.access.MatrixWorld;
import org.giaoban.access.Reach;
import org.giaoban.access.Sample;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.NewAccount;
import org.giaoban.identity.Weight;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.DateRange;
import org.springframework.stereotype.Component;

/** Rules, and access to be given back to somebody of the own unit by officers of the unit above. */
@Component
class FactorSamples implements MatrixSamples {

    private final Accounts accounts;
    private final Grants grants;
    private final RecoveryRepository recoveries;
    private final FactorRules rules;
    private final Clock clock;

    FactorSamples(Accounts accounts, Grants grants, RecoveryRepository recoveries, FactorRules rules, Clock clock) {
        this.accounts = accounts;
        this.grants = grants;
        this.recoveries = recoveries;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public List<Sample> samples(MatrixWorld world) {
        var lost = worker("mau.mat.may", world);
        var waiting =
                Recovery.of(worker("mau.cho.hai", world), "mất điện thoại", worker("mau.hoi", world), clock.instant());
        recoveries.insert(waiting);
        var recovery = Map.of("id", waiting.id());
        var rule = Map.of("id", rules.of(Weight.ERASURE).orElseThrow().id());
        return List.of(
                Sample.of("/rules/factors/{id}/end", rule, null).with(Map.of("last", "2018-10-31")),
                Sample.of("/account/factors/passkeys/{id}/remove", rule, null).ofAnotherPerson(),
                // Nobody of the matrix has an app, or an account of another server; none is set up here.
                Sample.of("/account/factors/paper", Map.of(), null).ofAnotherPerson(),
                Sample.of("/account/factors/outside/remove", Map.of(), null).ofAnotherPerson(),
                Sample.of("/login/oidc", Map.of(), null).ofAnotherPerson(),
                Sample.of("/accounts/{id}/recovery", Map.of("id", lost.value()), world.above()),
                Sample.of("/recoveries/{id}/confirm", recovery, world.above()),
                Sample.of("/recoveries/{id}/drop", recovery, world.above()),
                Sample.of("/who-sees/{kind}/{id}", Map.of("kind", "unit", "id", MatrixWorld.OWN_CODE), world.own()));
    }

    private AccountId worker(String login, MatrixWorld world) {
        var account = accounts.create(new NewAccount(
                login, "Người " + login, null, null, "mot cau de nho 2018", NewAccount.FirstLogIn.KEEPS_PASSWORD));
        grants.grant(account, Capability.TASK_READ, world.own(), Reach.UNIT, DateRange.from(LocalDate.of(2018, 1, 1)));
        return account;
    }
}
