package org.giaoban.access;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.giaoban.access.DelegationRepository.Lent;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.Uuid7;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets somebody decide on returns in one's own place: for named units, from a day until a day. It never reaches further than
 * the giver's own right, ends with it, and cannot be passed on.
 */
@Service
@Transactional
public class Delegations {

    /** Nobody lends a right for longer than a year, or for more units than a list can name. */
    public static final int MOST_UNITS = 200;

    private final DelegationRepository repository;
    private final Deputies deputies;
    private final RightsOfViewer rights;
    private final Accounts accounts;
    private final CurrentViewer viewer;
    private final ObjectProvider<UnitTree> tree;
    private final Told told;

    Delegations(
            DelegationRepository repository,
            Deputies deputies,
            RightsOfViewer rights,
            Accounts accounts,
            CurrentViewer viewer,
            ObjectProvider<UnitTree> tree,
            Told told) {
        this.repository = repository;
        this.deputies = deputies;
        this.rights = rights;
        this.accounts = accounts;
        this.viewer = viewer;
        this.tree = tree;
        this.told = told;
    }

    /** Says what happened, and when it is. */
    @org.springframework.stereotype.Component
    record Told(Recording clock, ApplicationEventPublisher events) {

        void of(Delegation delegation, boolean given) {
            events.publishEvent(new DelegationChanged(delegation, given));
        }
    }

    /** A decision in somebody's place: whose, and by which delegation. */
    public record InPlaceOf(UUID delegation, AccountId giver) {}

    public UUID give(AccountId taker, Set<UnitId> units, DateRange days) {
        var given = new Delegation(Uuid7.next(), viewer.get().account(), taker, units, days, false);
        mayGive(given);
        try {
            repository.insert(given, told.clock().now());
        } catch (DataIntegrityViolationException overlap) {
            throw new Refused("access.delegation.twice");
        }
        told.of(given, true);
        return given.id();
    }

    private void mayGive(Delegation given) {
        var today = told.clock().today();
        if (given.units().isEmpty() || given.units().size() > MOST_UNITS) {
            throw new Refused("access.delegation.units", MOST_UNITS);
        }
        if (given.over(today) || given.days().from().plusYears(1).isBefore(last(given.days()))) {
            throw new Refused("access.delegation.days");
        }
        if (given.taker().equals(given.giver())) {
            throw new Refused("access.delegation.self");
        }
        if (accounts.viewer(given.taker()).isEmpty()) {
            throw new Refused("access.delegation.closed");
        }
        var own = rights.get().own(Capability.REPORT_ACCEPT);
        given.units().stream().filter(unit -> !own.contains(unit)).forEach(unit -> {
            throw new NotFound(unit);
        });
        refuse(given, Capability.REPORT_ACCEPT, "access.delegation.held");
        refuse(given, Capability.REPORT_ENTER, "access.delegation.own-return");
    }

    private static LocalDate last(DateRange days) {
        return days.lastDay().orElse(LocalDate.MAX);
    }

    private void refuse(Delegation given, Capability held, String key) {
        deputies.held(given.taker(), held, given.units(), told.clock().today()).ifPresent(unit -> {
            throw new Refused(key, tree.getObject().name(unit));
        });
    }

    /** Takes it back, by whoever gave it or decides on rights in all its units; what was decided under it stands. */
    public void revoke(UUID id) {
        var found = repository.lock(id).filter(this::mayRevoke).orElseThrow(() -> new NotFound(id));
        if (found.over(told.clock().today())) {
            throw new Refused("access.delegation.over");
        }
        repository.revoke(
                id, viewer.get().account(), told.clock().now(), told.clock().today());
        told.of(found, false);
    }

    public boolean mayRevoke(Delegation delegation) {
        return delegation.giver().equals(viewer.get().account())
                || delegation.units().stream().allMatch(unit -> rights.get().allow(Capability.GRANTS, unit));
    }

    /** In whose place the viewer decides on this unit's returns; the delegation cannot be taken back until it is done. */
    public Optional<InPlaceOf> hold(UnitId unit) {
        return standing(unit)
                .filter(lent -> repository.hold(lent.delegation()))
                .map(lent -> new InPlaceOf(lent.delegation(), lent.giver()));
    }

    /** In whose place the viewer could decide. */
    @Transactional(readOnly = true)
    public Optional<AccountId> giver(UnitId unit) {
        return standing(unit).map(Lent::giver);
    }

    /** A program decides in nobody's place. */
    private Optional<Lent> standing(UnitId unit) {
        if (viewer.get().token() != null) {
            return Optional.empty();
        }
        var today = told.clock().today();
        return deputies.lentTo(viewer.get().account(), today).stream()
                .filter(lent ->
                        tree.getObject().withPredecessors(lent.unit(), today).contains(unit))
                .findFirst();
    }

    /** Who may decide on these units today in somebody's place. */
    @Transactional(readOnly = true)
    public Map<UnitId, Set<AccountId>> deputies(Collection<UnitId> units) {
        var found = new HashMap<UnitId, Set<AccountId>>();
        deputies.lentOf(units, told.clock().today())
                .forEach(lent -> found.computeIfAbsent(lent.unit(), unit -> new HashSet<>())
                        .add(lent.taker()));
        return found;
    }

    /** What the viewer gave. */
    @Transactional(readOnly = true)
    public List<Delegation> given() {
        return repository.givenBy(viewer.get().account());
    }

    /** What the viewer was given. */
    @Transactional(readOnly = true)
    public List<Delegation> taken() {
        return repository.givenTo(viewer.get().account());
    }

    /** What others gave each other in the units whose rights the viewer decides on. */
    @Transactional(readOnly = true)
    public List<Delegation> overseen() {
        var scope = rights.get().scope(Capability.GRANTS);
        return scope.empty() ? List.of() : repository.others(scope, viewer.get().account());
    }

    /** Those whose giver still holds what was given, in every unit. */
    @Transactional(readOnly = true)
    public Set<UUID> backed(Collection<Delegation> of) {
        return deputies.backed(of, told.clock().today());
    }
}
