package org.giaoban.personaldata;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * That somebody was erased: ids and the mark that stands in their place.
 *
 * @param person null for an account that belonged to nobody in the register
 */
record Erasure(UUID id, @Nullable PersonId person, List<AccountId> accounts, String mark, Instant at) {

    private static final String NOBODY = "-";

    Erasure {
        accounts = List.copyOf(accounts);
    }

    /** As it is kept outside the database: ids and nothing else. */
    String line() {
        return String.join(
                " ",
                id.toString(),
                person == null ? NOBODY : person.toString(),
                accounts.isEmpty()
                        ? NOBODY
                        : accounts.stream().map(AccountId::toString).collect(Collectors.joining(",")),
                mark,
                at.toString());
    }

    static Erasure of(String line) {
        var parts = line.split(" ");
        return new Erasure(
                UUID.fromString(parts[0]),
                parts[1].equals(NOBODY) ? null : PersonId.parse(parts[1]),
                parts[2].equals(NOBODY)
                        ? List.of()
                        : Arrays.stream(parts[2].split(","))
                                .map(AccountId::parse)
                                .toList(),
                parts[3],
                Instant.parse(parts[4]));
    }
}
