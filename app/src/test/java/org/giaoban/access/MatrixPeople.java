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
        everywhere.add(new Person("visitor", null, Standing.VISITOR));
        everywhere.add(new Person("signed in without grant", open("khong.quyen"), Standing.WITHOUT));
        everywhere.add(person(
                "ended yesterday",
                world.own(),
                Reach.BELOW,
                Standing.WITHOUT,
                new DateRange(today.minusYears(1), today)));
        everywhere.add(person(
                "begins tomorrow", world.own(), Reach.BELOW, Standing.WITHOUT, DateRange.from(today.plusDays(1))));
        everywhere.add(person("sibling unit", world.sibling(), Reach.BELOW, Standing.ELSEWHERE, now));
        everywhere.add(person("unit above, that unit alone", world.above(), Reach.UNIT, Standing.ELSEWHERE, now));
        everywhere.add(person("own unit", world.own(), Reach.UNIT, Standing.ENTITLED, now));
        everywhere.add(person("unit above and below", world.above(), Reach.BELOW, Standing.ENTITLED, now));
    }

    /** Everybody, for a handler that asks for one of these capabilities; those not entitled come first. */
    List<Person> facing(Set<Capability> asked) {
        var people = new ArrayList<>(everywhere);
        if (!asked.isEmpty()) {
            var account = viewer.as(Viewer.SYSTEM, () -> without(asked));
            people.add(2, new Person("everything but " + asked, account, Standing.WITHOUT));
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

    private Person person(String name, UnitId unit, Reach reach, Standing standing, DateRange dates) {
        var account = open("nguoi." + everywhere.size());
        for (var capability : Capability.values()) {
            grants.grant(account, capability, unit, reach, dates);
        }
        return new Person(name, account, standing);
    }

    private AccountId open(String login) {
        return accounts.create(
                new NewAccount(login, "Người " + login, null, null, PASSWORD, NewAccount.FirstLogIn.KEEPS_PASSWORD));
    }
}
