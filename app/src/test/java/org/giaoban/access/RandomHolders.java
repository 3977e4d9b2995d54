package org.giaoban.access;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.giaoban.access.Holder.Held;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.NewAccount;
import org.giaoban.kernel.AccountId;
import org.jspecify.annotations.Nullable;

/** Makes people up: some kinds of work, somewhere, now, formerly or not yet. */
final class RandomHolders {

    private final Random random;
    private final Closure tree;
    private final LocalDate today;
    private final Accounts accounts;

    RandomHolders(Random random, Closure tree, LocalDate today, Accounts accounts) {
        this.random = random;
        this.tree = tree;
        this.today = today;
        this.accounts = accounts;
    }

    /** So many, a visitor and somebody without anything among them. */
    List<Holder> make(int count, Connection owner) throws SQLException {
        var all = new ArrayList<Holder>();
        all.add(new Holder("visitor", null, List.of(), tree, today));
        for (var at = 1; at < count; at++) {
            var account = accounts.create(new NewAccount(
                    "ngau.nhien." + at,
                    "Người ngẫu nhiên " + at,
                    null,
                    null,
                    "mot cau de nho 2018",
                    NewAccount.FirstLogIn.KEEPS_PASSWORD));
            var held = at == 1 ? List.<Held>of() : held();
            for (var each : held) {
                give(owner, account, each);
            }
            all.add(new Holder("person " + at + " " + held.size() + " rights", account, held, tree, today));
        }
        return all;
    }

    private List<Held> held() {
        // Each unit once: the same right twice for one day is refused by the database.
        var units = tree.units();
        Collections.shuffle(units, random);
        return units.stream()
                .limit(1 + random.nextInt(4))
                .map(unit -> new Held(capabilities(), unit, random.nextInt(3) > 0, from(), until()))
                .toList();
    }

    /** Few, many or all of them. */
    private Set<Capability> capabilities() {
        var chosen = EnumSet.noneOf(Capability.class);
        var share = random.nextInt(4);
        Arrays.stream(Capability.values())
                .filter(each -> share == 3 || random.nextInt(8) <= share * 2)
                .forEach(chosen::add);
        return chosen;
    }

    private LocalDate from() {
        return switch (random.nextInt(5)) {
            case 0 -> today;
            case 1 -> today.plusDays(1);
            default -> today.minusDays(1 + random.nextInt(900));
        };
    }

    private @Nullable LocalDate until() {
        return switch (random.nextInt(6)) {
            case 0 -> today.plusDays(1);
            case 1 -> today.plusDays(2 + random.nextInt(900));
            case 2 -> today;
            default -> null;
        };
    }

    private void give(Connection owner, AccountId account, Held held) throws SQLException {
        var until = held.until();
        if (until != null && until.isBefore(held.from())) {
            return; // never began: nothing to write, and nothing held
        }
        try (var statement = owner.prepareStatement("insert into access.granted_right"
                + " (id, account_id, capability, unit_id, reach, from_on, until_on, given_at, giver_account_id)"
                + " values (gen_random_uuid(), ?, ?, ?, ?, ?::date, ?::date, now(), ?) on conflict do nothing")) {
            for (var capability : held.capabilities()) {
                statement.setObject(1, account.value());
                statement.setString(2, capability.name());
                statement.setObject(3, held.unit());
                statement.setString(4, held.below() ? "BELOW" : "UNIT");
                statement.setString(5, held.from().toString());
                statement.setString(6, until == null ? null : until.toString());
                statement.setObject(7, new UUID(0, 0));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
