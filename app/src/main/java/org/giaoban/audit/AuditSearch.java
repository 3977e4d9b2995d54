package org.giaoban.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.access.UnitPick;
import org.giaoban.access.UnitTree;
import org.giaoban.identity.Account;
import org.giaoban.identity.AccountFilter;
import org.giaoban.identity.Accounts;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Zone;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reading the log: always within the units of the reader. */
@Service
@Transactional(readOnly = true)
class AuditSearch {

    static final int PAGE = 100;
    static final int EXPORTED = 5000;

    private static final int ACTORS_MATCHED = 50;

    private final EntryReader reader;
    private final Audit audit;
    private final Access access;
    private final Accounts accounts;
    private final ObjectProvider<UnitTree> tree;
    private final UnitPick pick;
    private final Clock clock;

    AuditSearch(
            EntryReader reader,
            Audit audit,
            Access access,
            Accounts accounts,
            ObjectProvider<UnitTree> tree,
            UnitPick pick,
            Clock clock) {
        this.reader = reader;
        this.audit = audit;
        this.access = access;
        this.accounts = accounts;
        this.tree = tree;
        this.pick = pick;
        this.clock = clock;
    }

    List<AuditEntry> find(AuditQuery query, int most) {
        return audit.named(reader.page(filter(query), most));
    }

    Map<UnitId, String> unitNames(List<AuditEntry> entries) {
        var units = entries.stream()
                .map(AuditEntry::unit)
                .flatMap(Stream::ofNullable)
                .collect(Collectors.toSet());
        return units.isEmpty() ? Map.of() : tree.getObject().names(units);
    }

    /** By id and name; empty when there are too many to choose from. */
    Map<String, String> readableUnits() {
        return pick.offered(Capability.AUDIT_READ);
    }

    private AuditFilter filter(AuditQuery query) {
        return new AuditFilter(
                access.scope(Capability.AUDIT_READ),
                access.reachesEverybody(Capability.AUDIT_READ),
                query.who().isBlank() ? null : actors(query.who()),
                query.act(),
                query.objectRef(),
                query.unit().isEmpty() ? null : unit(query.unit()),
                begin(query.fromDay(), LocalDate.EPOCH),
                begin(query.toDay(), LocalDate.now(clock)).plus(Duration.ofDays(1)),
                query.before());
    }

    private UnitId unit(String picked) {
        return pick.find(picked, Capability.AUDIT_READ).orElseThrow(() -> new NotFound(picked));
    }

    private Set<AccountId> actors(String words) {
        var filter = new AccountFilter(words, AccountFilter.State.ALL, null, Set.of());
        return accounts.page(filter, ACTORS_MATCHED).stream().map(Account::id).collect(Collectors.toSet());
    }

    private static Instant begin(@Nullable LocalDate day, LocalDate otherwise) {
        return (day == null ? otherwise : day).atStartOfDay(Zone.ID).toInstant();
    }
}
