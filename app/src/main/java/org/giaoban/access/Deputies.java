package org.giaoban.access;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.giaoban.access.DelegationRepository.Lent;
import org.giaoban.identity.Accounts;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.UnitId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What is lent counts only while the giver holds it, by rights of their own. */
@Component
class Deputies {

    /** Whoever decides on a return reads it and its figures. */
    static final List<Capability> LENDABLE =
            List.of(Capability.REPORT_ACCEPT, Capability.REPORT_READ, Capability.FIGURES_READ);

    private final DelegationRepository delegations;
    private final GrantRepository grants;
    private final Accounts accounts;
    private final ObjectProvider<UnitTree> tree;

    Deputies(
            DelegationRepository delegations,
            GrantRepository grants,
            Accounts accounts,
            ObjectProvider<UnitTree> tree) {
        this.delegations = delegations;
        this.grants = grants;
        this.accounts = accounts;
        this.tree = tree;
    }

    List<Lent> lentTo(AccountId taker, LocalDate today) {
        return backed(delegations.lent(taker, today), today);
    }

    List<Lent> lentOf(Collection<UnitId> units, LocalDate today) {
        return backed(delegations.lentOf(units, today), today);
    }

    /** The tops of what is lent, of each capability only what the giver holds of it. */
    Set<Top> tops(Capability capability, List<Lent> lent, LocalDate today) {
        return still(capability, lent, today).stream()
                .map(one -> new Top(one.unit(), Reach.UNIT))
                .collect(Collectors.toSet());
    }

    /** The first of the units in which the account holds the capability by a right of its own. */
    Optional<UnitId> held(AccountId account, Capability capability, Collection<UnitId> units, LocalDate today) {
        var tops = held(Set.of(account), capability, today).getOrDefault(account, Set.of());
        return units.stream().filter(unit -> covered(tops, unit, today)).findFirst();
    }

    /** Those whose giver still holds what was given, in every unit. */
    Set<UUID> backed(Collection<Delegation> delegations, LocalDate today) {
        var givers = delegations.stream().map(Delegation::giver).collect(Collectors.toSet());
        var held = held(givers, Capability.REPORT_ACCEPT, today);
        return delegations.stream()
                .filter(one -> one.units().stream()
                        .allMatch(unit -> covered(held.getOrDefault(one.giver(), Set.of()), unit, today)))
                .map(Delegation::id)
                .collect(Collectors.toSet());
    }

    /** What open accounts hold. */
    private Map<AccountId, Set<Top>> held(Set<AccountId> of, Capability capability, LocalDate today) {
        return of.isEmpty() ? Map.of() : grants.held(accounts.open(of), capability, today);
    }

    private List<Lent> backed(List<Lent> lent, LocalDate today) {
        return lent.isEmpty() ? lent : still(Capability.REPORT_ACCEPT, lent, today);
    }

    private List<Lent> still(Capability capability, List<Lent> lent, LocalDate today) {
        var held = held(lent.stream().map(Lent::giver).collect(Collectors.toSet()), capability, today);
        return lent.stream()
                .filter(one -> covered(held.getOrDefault(one.giver(), Set.of()), one.unit(), today))
                .toList();
    }

    private boolean covered(Set<Top> tops, UnitId unit, LocalDate today) {
        return tops.stream()
                .anyMatch(top -> top.unit().equals(unit)
                        || top.reach() == Reach.BELOW && tree.getObject().covers(top.unit(), unit, today));
    }
}
