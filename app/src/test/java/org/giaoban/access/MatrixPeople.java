package org.giaoban.access;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.giaoban.access.Person.Standing;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.NewAccount;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.UnitId;

/** The people of the matrix: all hold every capability but one set, here or there, now, formerly or not yet. */
class MatrixPeople {

    private static final String PASSWORD = "mot cau de nho 2018";

    private final Accounts accounts;
    private final Grants grants;
    private final CurrentViewer viewer;
    private final MatrixWorld world;
    private final LocalDate today;
    private final Map<Set<Capability>, AccountId> lacking = new HashMap<>();
    private final List<Person> everywhere = new ArrayList<>();

    MatrixPeople(Accounts accounts, Grants grants, CurrentViewer viewer, MatrixWorld world, LocalDate today) {
        this.viewer = viewer;
        this.accounts = accounts;
        this.grants = grants;
        this.world = world;
        this.today = today;
        var now = DateRange.from(today.minusYears(1));
        everywhere.add(new Person("visitor", null, Standing.VISITOR, Set.of()));
        everywhere.add(new Person("signed in without grant", open("khong.quyen"), Standing.WITHOUT, Set.of()));
        var ended = account(world.own(), Reach.BELOW, new DateRange(today.minusYears(1), today));
        everywhere.add(new Person("ended yesterday", ended, Standing.WITHOUT, Set.of()));
        var coming = account(world.own(), Reach.BELOW, DateRange.from(today.plusDays(1)));
        everywhere.add(new Person("begins tomorrow", coming, Standing.WITHOUT, Set.of()));
        everywhere.add(holder("sibling unit", account(world.sibling(), Reach.BELOW, now), world.sibling()));
        everywhere.add(holder("unit above, that unit alone", account(world.above(), Reach.UNIT, now), world.above()));
        everywhere.add(holder("own unit", account(world.own(), Reach.UNIT, now), world.own()));
        everywhere.add(holder(
                "unit above and below",
                account(world.above(), Reach.BELOW, now),
                world.above(),
                world.own(),
                world.sibling()));
    }

    private static Person holder(String name, AccountId account, UnitId... units) {
        return new Person(name, account, Standing.HOLDER, Set.of(units));
    }

    /** Everybody, for a handler that asks for one of these capabilities; those not entitled come first. */
    List<Person> facing(Set<Capability> asked) {
        var people = new ArrayList<>(everywhere);
        if (!asked.isEmpty()) {
            var account = viewer.as(Viewer.SYSTEM, () -> without(asked));
            people.add(2, new Person("everything but " + asked, account, Standing.WITHOUT, Set.of()));
        }
        return people;
    }

    Person entitled() {
        return everywhere.getLast();
    }

    private AccountId without(Set<Capability> asked) {
        return lacking.computeIfAbsent(asked, set -> {
            var account = open("thieu." + lacking.size());
            Arrays.stream(Capability.values())
                    .filter(capability -> !set.contains(capability))
                    .forEach(capability -> grants.grant(
                            account, capability, world.above(), Reach.BELOW, DateRange.from(today.minusYears(1))));
            return account;
        });
    }

    private AccountId account(UnitId unit, Reach reach, DateRange dates) {
        var account = open("nguoi." + everywhere.size());
        for (var capability : Capability.values()) {
            grants.grant(account, capability, unit, reach, dates);
        }
        return account;
    }

    private AccountId open(String login) {
        return accounts.create(
                new NewAccount(login, "Người " + login, null, null, PASSWORD, NewAccount.FirstLogIn.KEEPS_PASSWORD));
    }
}
