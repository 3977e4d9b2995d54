package org.giaoban.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.giaoban.access.HeldRepository.Held;
import org.giaoban.identity.Accounts;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.platform.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who may do something in a unit today, and because of which grant or delegation: the same rules as at the door, asked the other way round. */
@Service
@Transactional(readOnly = true)
class WhoSees {

    private final GrantRepository grants;
    private final HeldRepository held;
    private final Deputies deputies;
    private final Roles roles;
    private final Accounts accounts;
    private final ObjectProvider<UnitTree> tree;
    private final Recording clock;

    WhoSees(
            GrantRepository grants,
            HeldRepository held,
            Deputies deputies,
            Roles roles,
            Accounts accounts,
            ObjectProvider<UnitTree> tree,
            Recording clock) {
        this.grants = grants;
        this.held = held;
        this.deputies = deputies;
        this.roles = roles;
        this.accounts = accounts;
        this.tree = tree;
        this.clock = clock;
    }

    /**
     * One reason why one person sees it.
     *
     * @param by the role or the single right that was given; the name of whoever lent it
     * @param lent whether it is held in another's place
     */
    public record Line(
            AccountId account,
            String name,
            Capability capability,
            String by,
            boolean lent,
            String unit,
            Reach reach,
            @Nullable LocalDate from,
            @Nullable LocalDate lastDay,
            String giver,
            @Nullable Instant givenAt) {}

    List<Line> lines(Collection<Capability> ways, UnitId unit) {
        var found = new ArrayList<Held>();
        for (var capability : ways) {
            found.addAll(reaching(capability, unit));
        }
        var open = accounts.open(found.stream().map(Held::account).toList());
        found.removeIf(one -> !open.contains(one.account()));
        var names = accounts.names(people(found));
        var units = tree.getObject().names(found.stream().map(Held::unit).collect(Collectors.toSet()));
        var rights = roles.choices();
        return Stream.concat(
                        found.stream().map(one -> line(one, names, units, rights)),
                        ways.stream().flatMap(capability -> lent(capability, unit)))
                .sorted(Comparator.comparing(Line::name, VietnameseText.alphabetical())
                        .thenComparing(Line::capability))
                .toList();
    }

    /** A grant on the unit, on one above with all below, or on one that took the unit's place. */
    private List<Held> reaching(Capability capability, UnitId unit) {
        var today = clock.today();
        var tops = grants.tops(capability, today).stream()
                .filter(top -> tree.getObject().covers(top, unit, today))
                .collect(Collectors.toCollection(HashSet::new));
        var lives = tree.getObject().subtree(unit, today).contains(unit);
        var alone = lives
                ? Set.of(unit)
                : held.alone(capability, today).stream()
                        .filter(one ->
                                tree.getObject().withPredecessors(one, today).contains(unit))
                        .collect(Collectors.toSet());
        return held.reaching(capability, tops, alone, today);
    }

    private Stream<Line> lent(Capability capability, UnitId unit) {
        if (!Deputies.LENDABLE.contains(capability)) {
            return Stream.empty();
        }
        var today = clock.today();
        var lent = deputies.lentOf(Set.of(unit), today);
        var names = accounts.names(lent.stream()
                .flatMap(one -> Stream.of(one.taker(), one.giver()))
                .collect(Collectors.toSet()));
        return lent.stream()
                .map(one -> new Line(
                        one.taker(),
                        name(names, one.taker()),
                        capability,
                        name(names, one.giver()),
                        true,
                        tree.getObject().name(one.unit()),
                        Reach.UNIT,
                        null,
                        null,
                        name(names, one.giver()),
                        null));
    }

    private static Set<AccountId> people(List<Held> found) {
        return found.stream()
                .flatMap(one -> Stream.of(one.account(), one.giver()))
                .collect(Collectors.toSet());
    }

    private static Line line(
            Held held, Map<AccountId, String> names, Map<UnitId, String> units, Map<String, String> rights) {
        return new Line(
                held.account(),
                name(names, held.account()),
                held.capability(),
                rights.getOrDefault(held.given().code(), held.given().code()),
                false,
                units.getOrDefault(held.unit(), ""),
                held.reach(),
                held.days().from(),
                held.days().lastDay().orElse(null),
                name(names, held.giver()),
                held.givenAt());
    }

    private static String name(Map<AccountId, String> names, AccountId id) {
        var name = names.get(id);
        if (name == null) {
            throw new NotFound(id);
        }
        return name;
    }
}
