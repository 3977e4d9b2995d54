package org.giaoban.reporting;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.access.Delegations;
import org.giaoban.access.Delegations.InPlaceOf;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.kernel.AccountId;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Texts;
import org.springframework.stereotype.Component;

/** Who decides on a return: by a right of their own, or in somebody's place, which is then written beside their name. */
@Component
class Acting {

    private final ActingRepository repository;
    private final Delegations delegations;
    private final Access access;
    private final Accounts accounts;
    private final CurrentViewer viewer;

    Acting(
            ActingRepository repository,
            Delegations delegations,
            Access access,
            Accounts accounts,
            CurrentViewer viewer) {
        this.repository = repository;
        this.delegations = delegations;
        this.access = access;
        this.accounts = accounts;
        this.viewer = viewer;
    }

    /** In whose place the viewer decides now; none when by a right of their own. Whoever has neither is told nothing. */
    Optional<InPlaceOf> place(ReturnKey key) {
        if (access.allows(Capability.REPORT_ACCEPT, key.unit().id())) {
            return Optional.empty();
        }
        var place = delegations.hold(key.unit().id());
        if (place.isEmpty()) {
            throw new NotFound(key.unit().id());
        }
        return place;
    }

    /** Keeps in whose place it was decided; gives what the log is to say. */
    Map<String, ?> keep(Optional<InPlaceOf> place, ReturnRow decided, Map<String, ?> details) {
        if (place.isEmpty()) {
            return details;
        }
        if (viewer.get().account().equals(decided.submitter())) {
            throw new Refused("reporting.refused.own-return");
        }
        repository.insert(decided, place.get());
        var all = new TreeMap<String, Object>(details);
        all.put("behalf", name(place.get().giver()));
        return all;
    }

    /** In whose place the viewer would decide on this return. */
    Optional<String> giver(ReturnKey key) {
        return access.allows(Capability.REPORT_ACCEPT, key.unit().id())
                ? Optional.empty()
                : delegations.giver(key.unit().id()).map(this::name);
    }

    private String name(AccountId account) {
        return accounts.names(List.of(account)).getOrDefault(account, "");
    }

    /** By return, who decided on it last, with the one in whose place it was done. */
    Map<UUID, String> deciders(Collection<ReturnRow> rows) {
        var givers = repository.givers(rows);
        var names = accounts.names(
                Stream.concat(rows.stream().map(ReturnRow::decider).filter(Objects::nonNull), givers.values().stream())
                        .collect(Collectors.toSet()));
        Function<AccountId, String> name = account -> names.getOrDefault(account, "");
        return rows.stream()
                .filter(row -> row.decider() != null)
                .collect(Collectors.toMap(row -> row.id().value(), row -> {
                    var who = name.apply(Objects.requireNonNull(row.decider()));
                    var giver = givers.get(row.id().value());
                    return giver == null ? who : Texts.text("reporting.behalf", who, name.apply(giver));
                }));
    }
}
