package org.giaoban.audit;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.giaoban.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Proves that the log is whole: recomputes every hash from the first line of every chain to its end. */
@Service
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
class AuditCheck {

    private final EntryReader reader;
    private final EntryRepository repository;
    private final ChainKeys keys;
    private final Vault vault;

    AuditCheck(EntryReader reader, EntryRepository repository, ChainKeys keys, Vault vault) {
        this.reader = reader;
        this.repository = repository;
        this.keys = keys;
        this.vault = vault;
    }

    /** What was found: how many lines hold together, and the first broken place of every chain that is broken. */
    record Report(long lines, List<Broken> broken) {

        boolean whole() {
            return broken.isEmpty();
        }
    }

    /** Where a chain breaks first; without an id the line itself is missing. */
    record Broken(int shard, long position, @Nullable UUID id, Fault fault) {}

    /** In what way a chain is broken. */
    enum Fault {
        /** A line was changed, swapped or put in. */
        CHANGED,
        /** A line is missing in between or at the end. */
        MISSING,
        /** There are lines after the recorded end, or the end itself was changed. */
        END_CHANGED,
        /** The mark from which on lines carry a key is missing, or somebody else's. */
        MARK_CHANGED,
        /** A sealed end is no longer in the chain: it was cut and written anew. */
        SEAL_BROKEN
    }

    Report check(List<Seal> seals) {
        var sealed = seals.stream().distinct().collect(groupingBy(Seal::shard));
        var marks = keys.marks();
        var ring = new KeyRing(vault.macKeys(ChainKeys.CHAIN_KEY));
        var walks = new ArrayList<ChainWalk>();
        for (var shard = 0; shard < Entry.SHARDS; shard++) {
            walks.add(new ChainWalk(shard, marks.get((short) shard), ring, sealed.getOrDefault(shard, List.of())));
        }
        reader.walk(link -> walks.get(link.shard()).step(link));
        var ends = repository.ends().stream().collect(toMap(EntryRepository.End::shard, end -> end));
        return new Report(
                walks.stream().mapToLong(ChainWalk::length).sum(),
                walks.stream()
                        .flatMap(walk -> walk.fault(ends.get((short) walk.shard())).stream())
                        .toList());
    }

    /** The present ends, to be kept outside: later they prove that nothing was cut off and rewritten. */
    List<Seal> seal() {
        return repository.ends().stream()
                .map(end -> new Seal(end.shard(), end.length(), end.hash()))
                .toList();
    }
}
