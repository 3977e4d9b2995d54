package org.giaoban.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Proves that the log is whole: recomputes every hash from the first line of every chain to its end. */
@Service
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
class AuditCheck {

    private final EntryRepository repository;

    AuditCheck(EntryRepository repository) {
        this.repository = repository;
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
        /** A sealed end is no longer in the chain: it was cut and written anew. */
        SEAL_BROKEN
    }

    Report check(List<Seal> seals) {
        var lines = 0L;
        var broken = new ArrayList<Broken>();
        var ends = repository.ends();
        for (var shard = 0; shard < Entry.SHARDS; shard++) {
            var number = shard;
            var walk = new Walk(
                    shard, seals.stream().filter(seal -> seal.shard() == number).toList());
            repository.walk((short) shard, walk::step);
            lines += walk.position;
            walk.fault(ends.stream().filter(end -> end.shard() == number).findFirst())
                    .ifPresent(broken::add);
        }
        return new Report(lines, broken);
    }

    /** The present ends, to be kept outside: later they prove that nothing was cut off and rewritten. */
    List<Seal> seal() {
        return repository.ends().stream()
                .map(end -> new Seal(end.shard(), end.length(), end.hash()))
                .toList();
    }

    /** One walk along one chain. */
    private static final class Walk {

        private final int shard;
        private final List<Seal> seals;
        private long position;
        private byte[] hash;
        private @Nullable Broken first;

        Walk(int shard, List<Seal> seals) {
            this.shard = shard;
            this.seals = seals;
            this.hash = Entry.genesis(shard);
        }

        void step(EntryRepository.Link link) {
            if (first != null) {
                return;
            }
            if (link.position() != position + 1) {
                first = new Broken(shard, position + 1, null, Fault.MISSING);
                return;
            }
            var expected = link.entry().hash(hash, link.position());
            var misplaced = link.entry().shard() != shard;
            if (misplaced || !Arrays.equals(expected, link.hash())) {
                first = new Broken(shard, link.position(), link.entry().id(), Fault.CHANGED);
                return;
            }
            position = link.position();
            hash = link.hash();
            if (seals.stream().anyMatch(seal -> seal.length() == position && !Arrays.equals(seal.hash(), hash))) {
                first = new Broken(shard, position, link.entry().id(), Fault.SEAL_BROKEN);
            }
        }

        Optional<Broken> fault(Optional<EntryRepository.End> end) {
            if (first != null) {
                return Optional.of(first);
            }
            if (seals.stream().anyMatch(seal -> seal.length() > position)) {
                return Optional.of(new Broken(shard, position + 1, null, Fault.SEAL_BROKEN));
            }
            if (end.isEmpty() || end.get().length() < position) {
                return Optional.of(new Broken(shard, position, null, Fault.END_CHANGED));
            }
            if (end.get().length() > position) {
                return Optional.of(new Broken(shard, position + 1, null, Fault.MISSING));
            }
            return Arrays.equals(end.get().hash(), hash)
                    ? Optional.empty()
                    : Optional.of(new Broken(shard, position, null, Fault.END_CHANGED));
        }
    }
}
