package org.giaoban.access;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives and ends rights. Nobody gives what they do not hold themselves, outside their units, or to themselves. */
@Service
@Transactional
public class Grants {

    private final GrantRepository repository;
    private final GrantNumber number;
    private final Roles roles;
    private final Access access;
    private final CurrentViewer viewer;
    private final ObjectProvider<UnitTree> tree;
    private final Recording recording;

    Grants(
            GrantRepository repository,
            GrantNumber number,
            Roles roles,
            Access access,
            CurrentViewer viewer,
            ObjectProvider<UnitTree> tree,
            Recording recording) {
        this.repository = repository;
        this.number = number;
        this.roles = roles;
        this.access = access;
        this.viewer = viewer;
        this.tree = tree;
        this.recording = recording;
    }

    public GrantId grant(AccountId account, Capability capability, UnitId unit, Reach reach, DateRange dates) {
        return give(account, new Given.OneCapability(capability), unit, reach, dates);
    }

    public GrantId grantRole(AccountId account, String role, UnitId unit, Reach reach, DateRange dates) {
        return give(account, new Given.WholeRole(role), unit, reach, dates);
    }

    /** Ends a grant on the given day; a day before its beginning takes it back altogether. */
    public void end(GrantId id, LocalDate until) {
        var grant = repository.lock(id).orElseThrow(() -> new NotFound(id));
        mayDecide(grant);
        var ends = grant.valid().until();
        if (ends != null && until.isAfter(ends)) {
            throw new Refused("access.grant.longer");
        }
        var last = until.isBefore(grant.valid().from()) ? grant.valid().from() : until;
        repository.end(id, last, viewer.get().account(), recording.now());
        recording.ended(grant, last);
        viewer.forget(Rights.class);
    }

    /** One capability an account was given on a unit, alone or with everything below. */
    public record Holding(Capability capability, UnitId unit, Reach reach, AccountId account) {}

    /** Who was given any of these on one of these units themselves, as of today: for those who ask for many units at once. */
    @Transactional(readOnly = true)
    public List<Holding> holdings(Collection<Capability> capabilities, Collection<UnitId> units) {
        return repository.holdings(capabilities, units, recording.today());
    }

    /** Another one whenever anybody may hold other rights. */
    public long number() {
        return number.get();
    }

    /** Accounts that may do this in this unit today, through a grant on it or on a unit above. */
    @Transactional(readOnly = true)
    public Set<AccountId> holders(Capability capability, UnitId unit) {
        var today = recording.today();
        var holders = new HashSet<>(repository.holders(capability, Set.of(unit), Reach.UNIT, today));
        var above = repository.tops(capability, today).stream()
                .filter(top -> tree.getObject().covers(top, unit, today))
                .collect(Collectors.toSet());
        if (!above.isEmpty()) {
            holders.addAll(repository.holders(capability, above, Reach.BELOW, today));
        }
        return holders;
    }

    /** Whether the account holds the role at this very unit today. */
    @Transactional(readOnly = true)
    boolean holdsRole(AccountId account, String role, UnitId unit) {
        var wanted = new Given.WholeRole(role);
        return repository.of(account).stream()
                .anyMatch(grant -> grant.unit().equals(unit)
                        && grant.given().equals(wanted)
                        && grant.valid().contains(recording.today()));
    }

    /** The roles an account holds today with the units they were given on. */
    @Transactional(readOnly = true)
    public Map<String, Set<UnitId>> roles(AccountId account) {
        var held = new HashMap<String, Set<UnitId>>();
        for (var grant : repository.of(account)) {
            if (grant.given() instanceof Given.WholeRole whole && grant.valid().contains(recording.today())) {
                held.computeIfAbsent(whole.role(), any -> new HashSet<>()).add(grant.unit());
            }
        }
        return held;
    }

    /** Codes of the roles with their names, in the viewer's language. */
    @Transactional(readOnly = true)
    public Map<String, String> roleNames() {
        return roles.names();
    }

    @Transactional(readOnly = true)
    Grant get(GrantId id) {
        var grant = repository.find(id).orElseThrow(() -> new NotFound(id));
        access.require(Capability.GRANTS, grant.unit());
        return grant;
    }

    @Transactional(readOnly = true)
    List<Grant> of(AccountId account) {
        var scope = access.scope(Capability.GRANTS);
        return repository.of(account).stream()
                .filter(grant -> scope.contains(grant.unit()))
                .toList();
    }

    @Transactional(readOnly = true)
    List<Grant> in(UnitId unit) {
        access.require(Capability.GRANTS, unit);
        return repository.in(unit);
    }

    GrantId give(AccountId account, Given given, UnitId unit, Reach reach, DateRange dates) {
        var grant = new Grant(GrantId.next(), account, given, unit, reach, dates);
        mayDecide(grant);
        try {
            repository.insert(grant, viewer.get().account(), recording.now());
        } catch (DataIntegrityViolationException overlap) {
            throw new Refused("access.grant.twice");
        }
        recording.given(grant);
        viewer.forget(Rights.class);
        return grant.id();
    }

    /** For profiles and stories that are loaded again and again. */
    void giveOnce(AccountId account, Given given, UnitId unit, Reach reach, DateRange dates) {
        if (!repository.exists(new Grant(GrantId.next(), account, given, unit, reach, dates))) {
            give(account, given, unit, reach, dates);
        }
    }

    private void mayDecide(Grant grant) {
        if (viewer.get().system()) {
            return;
        }
        access.require(Capability.GRANTS, grant.unit());
        if (grant.account().equals(viewer.get().account())) {
            throw new Refused("access.grant.self");
        }
        var units = grant.reach() == Reach.UNIT
                ? Set.of(grant.unit())
                : tree.getObject().subtree(grant.unit(), recording.today());
        var capabilities = new HashSet<>(roles.capabilities(grant.given()));
        capabilities.add(Capability.GRANTS);
        for (var capability : capabilities) {
            var own = access.own(capability);
            if (!units.stream().allMatch(own::contains)) {
                throw new Refused("access.grant.not-held", roles.name(new Given.OneCapability(capability)));
            }
        }
    }
}
