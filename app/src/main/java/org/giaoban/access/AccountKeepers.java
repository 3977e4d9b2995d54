package org.giaoban.access;

import java.util.Set;
import java.util.stream.Collectors;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.UnitId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who looks after an account from above: officers of the units above those in which its owner may do anything. */
@Component
@Transactional(readOnly = true)
public class AccountKeepers {

    private final GrantRepository grants;
    private final Access access;
    private final ObjectProvider<UnitTree> tree;
    private final Recording clock;

    AccountKeepers(GrantRepository grants, Access access, ObjectProvider<UnitTree> tree, Recording clock) {
        this.grants = grants;
        this.access = access;
        this.tree = tree;
        this.clock = clock;
    }

    /** Whether the viewer may decide on accounts in every unit above those in which the account may do anything. */
    public boolean above(AccountId account) {
        var parents = parents(account);
        return parents.isEmpty()
                ? access.reachesEverybody(Capability.ACCOUNTS)
                : parents.stream().allMatch(unit -> access.allows(Capability.ACCOUNTS, unit));
    }

    /** The top of the tree has nothing above it: there it is the unit itself. */
    private Set<UnitId> parents(AccountId account) {
        var today = clock.today();
        return grants.of(account).stream()
                .filter(grant -> grant.runs(today))
                .map(grant -> tree.getObject().path(grant.unit(), today))
                .filter(path -> !path.isEmpty())
                .map(path -> path.get(Math.min(1, path.size() - 1)).unit())
                .collect(Collectors.toSet());
    }
}
