package org.giaoban.reporting;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.giaoban.access.Capability;
import org.giaoban.access.Delegations;
import org.giaoban.access.Grants;
import org.giaoban.access.Grants.Holding;
import org.giaoban.access.Reach;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.giaoban.organization.Unit;
import org.giaoban.platform.Memory;
import org.springframework.stereotype.Component;

/**
 * Who makes a unit's return and who decides on it. Whoever may enter figures in the unit but not in the one above makes
 * it; whoever may accept it without being one of them decides.
 */
@Component
class Responsible implements Memory {

    private static final List<Capability> ASKED = List.of(Capability.REPORT_ENTER, Capability.REPORT_ACCEPT);
    private static final int MOST_KEPT = 100_000;

    private final Organization organization;
    private final Grants grants;
    private final Delegations delegations;
    private final Cache<Question, People> known =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

    Responsible(Organization organization, Grants grants, Delegations delegations) {
        this.delegations = delegations;
        this.organization = organization;
        this.grants = grants;
    }

    /** Those who send for a unit, and those who decide on what it sent. */
    record People(Set<AccountId> senders, Set<AccountId> judges) {}

    /** A unit on a day, and the state of the tree and of what was given to whom. */
    private record Question(UnitId unit, LocalDate day, Object tree, long grants) {}

    /** Of one unit; remembered, because every return that comes asks. */
    People of(Unit unit, LocalDate day) {
        var question = new Question(unit.id(), day, organization.state(), grants.number());
        var people = known.getIfPresent(question);
        if (people == null) {
            people = Objects.requireNonNull(of(List.of(unit), day).get(unit.id()));
            known.put(question, people);
        }
        return people;
    }

    @Override
    public void forget() {
        known.invalidateAll();
    }

    /** By unit, as of each unit's own day in the tree. */
    Map<UnitId, People> of(Collection<Unit> units, LocalDate day) {
        var ways = new HashMap<UnitId, List<UnitId>>();
        units.forEach(unit -> ways.put(
                unit.id(),
                organization.ancestors(unit.id(), day).stream().map(Unit::id).toList()));
        var asked = Stream.concat(ways.keySet().stream(), ways.values().stream().flatMap(List::stream))
                .collect(Collectors.toSet());
        var held = grants.holdings(ASKED, asked).stream().collect(Collectors.groupingBy(Holding::unit));
        var deputies = delegations.deputies(ways.keySet());
        return ways.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, way -> {
            var people = people(way.getKey(), way.getValue(), held);
            people.judges().addAll(deputies.getOrDefault(way.getKey(), Set.of()));
            return people;
        }));
    }

    private static People people(UnitId unit, List<UnitId> above, Map<UnitId, List<Holding>> held) {
        var senders = accounts(List.of(unit), held, enters(any -> true));
        above.forEach(one -> senders.removeAll(
                accounts(List.of(one), held, enters(given -> one.equals(above.getLast()) || reaches(given)))));
        var judges = accounts(List.of(unit), held, accepts(any -> true));
        judges.addAll(accounts(above, held, accepts(Responsible::reaches)));
        judges.removeAll(senders);
        return new People(senders, judges);
    }

    private static boolean reaches(Holding given) {
        return given.reach() == Reach.BELOW;
    }

    private static Predicate<Holding> enters(Predicate<Holding> and) {
        return and.and(given -> given.capability() == Capability.REPORT_ENTER);
    }

    private static Predicate<Holding> accepts(Predicate<Holding> and) {
        return and.and(given -> given.capability() == Capability.REPORT_ACCEPT);
    }

    private static Set<AccountId> accounts(
            Collection<UnitId> units, Map<UnitId, List<Holding>> held, Predicate<Holding> which) {
        return units.stream()
                .flatMap(unit -> held.getOrDefault(unit, List.of()).stream())
                .filter(which)
                .map(Holding::account)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
