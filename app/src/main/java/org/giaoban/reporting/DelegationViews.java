package org.giaoban.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.access.Delegation;
import org.giaoban.access.Delegations;
import org.giaoban.access.Grants;
import org.giaoban.identity.Accounts;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.organization.Organization;
import org.giaoban.organization.Unit;
import org.giaoban.platform.Formats;
import org.giaoban.platform.NotFound;
import org.giaoban.reporting.DelegationController.FormPage;
import org.giaoban.reporting.DelegationController.Line;
import org.giaoban.reporting.DelegationController.ListPage;
import org.giaoban.reporting.DelegationController.State;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Delegations in words, and what the form that gives one has to offer. */
@Service
@Transactional(readOnly = true)
class DelegationViews {

    /** Whoever holds one of these at a level belongs to it. */
    private static final List<Capability> PEOPLE = List.of(Capability.REPORT_READ, Capability.ORGANIZATION_READ);

    private final Delegations delegations;
    private final Organization organization;
    private final Accounts accounts;
    private final Grants grants;
    private final Access access;
    private final Clock clock;

    DelegationViews(
            Delegations delegations,
            Organization organization,
            Accounts accounts,
            Grants grants,
            Access access,
            Clock clock) {
        this.delegations = delegations;
        this.organization = organization;
        this.accounts = accounts;
        this.grants = grants;
        this.access = access;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    ListPage page() {
        return new ListPage(
                lines(delegations.given()),
                lines(delegations.taken()),
                lines(delegations.overseen()),
                !access.scope(Capability.REPORT_ACCEPT).empty());
    }

    private List<Line> lines(List<Delegation> found) {
        var people = accounts.names(found.stream()
                .flatMap(one -> Stream.of(one.giver(), one.taker()))
                .collect(Collectors.toSet()));
        var units = organization.shortNames(
                found.stream().flatMap(one -> one.units().stream()).collect(Collectors.toSet()), today());
        var backed = delegations.backed(found);
        return found.stream().map(one -> line(one, people, units, backed)).toList();
    }

    private Line line(Delegation one, Map<AccountId, String> people, Map<UnitId, String> units, Set<UUID> backed) {
        return new Line(
                one.id(),
                people.getOrDefault(one.giver(), ""),
                people.getOrDefault(one.taker(), ""),
                one.units().stream()
                        .map(unit -> units.getOrDefault(unit, ""))
                        .sorted(VietnameseText.alphabetical())
                        .toList(),
                Formats.date(one.days().from()),
                one.days().lastDay().map(Formats::date).orElse(""),
                state(one, backed),
                !one.over(today()) && delegations.mayRevoke(one));
    }

    private State state(Delegation one, Set<UUID> backed) {
        if (one.revoked()) {
            return State.REVOKED;
        }
        if (one.over(today())) {
            return State.OVER;
        }
        if (!backed.contains(one.id())) {
            return State.UNBACKED;
        }
        return one.days().contains(today()) ? State.RUNS : State.COMING;
    }

    FormPage form(DelegationForm form, Map<String, String> errors) {
        var levels = levels();
        var level =
                form.level().isEmpty() ? levels.keySet().stream().findFirst().orElse("") : form.level();
        var id = organization.byCode(level).orElseThrow(() -> new NotFound(level));
        var units = new LinkedHashMap<String, String>();
        below(id).forEach(unit -> units.put(unit.code(), unit.shortName()));
        var shown = new DelegationForm(level, form.login(), form.units(), form.from(), form.last());
        return new FormPage(shown, levels, units, people(id), errors);
    }

    /** The tops of the viewer's own right, and the units below them that have others below. */
    private Map<String, String> levels() {
        var levels = new LinkedHashMap<String, String>();
        for (var top : organization.tops(access.scope(Capability.REPORT_ACCEPT), today())) {
            levels.put(top.code(), top.name());
            below(top.id()).stream()
                    .filter(unit -> !organization.children(unit.id(), today()).isEmpty())
                    .forEach(unit -> levels.put(unit.code(), unit.name()));
        }
        return levels;
    }

    private List<Unit> below(UnitId level) {
        var scope = access.scope(Capability.REPORT_ACCEPT);
        return organization.children(level, today()).stream()
                .filter(unit -> scope.contains(unit.id()))
                .limit(Delegations.MOST_UNITS)
                .toList();
    }

    /** Those who work at the level, by log-in name; others are typed. */
    private Map<String, String> people(UnitId level) {
        if (!access.allows(Capability.REPORT_ACCEPT, level)) {
            return Map.of();
        }
        var found = grants.holdings(PEOPLE, List.of(level)).stream()
                .map(Grants.Holding::account)
                .collect(Collectors.toSet());
        return accounts.logins(found);
    }

    String name(AccountId account) {
        return accounts.names(List.of(account)).getOrDefault(account, "");
    }

    List<UnitId> units(Collection<String> codes) {
        var known = organization.codes(codes);
        return codes.stream()
                .distinct()
                .map(known::get)
                .filter(java.util.Objects::nonNull)
                .toList();
    }
}
