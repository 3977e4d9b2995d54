package org.giaoban.audit;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.giaoban.audit.AuditCheck.Broken;
import org.giaoban.audit.AuditCheck.Fault;
import org.giaoban.audit.ChainKeys.Mark;
import org.jspecify.annotations.Nullable;

/** One walk along one chain: stops at the first line that does not follow from the one before. */
final class ChainWalk {

    private final int shard;
    private final @Nullable Mark mark;
    private final KeyRing keys;
    private final Map<Long, List<Seal>> seals = new HashMap<>();
    private final long lastSeal;
    private long position;
    private byte[] hash;
    private @Nullable Broken first;

    ChainWalk(int shard, @Nullable Mark mark, KeyRing keys, List<Seal> sealed) {
        this.shard = shard;
        this.mark = mark;
        this.keys = keys;
        this.hash = Entry.genesis(shard);
        sealed.forEach(seal -> seals.merge(seal.length(), List.of(seal), ChainWalk::both));
        this.lastSeal = sealed.stream().mapToLong(Seal::length).max().orElse(0);
        if (mark == null) {
            first = new Broken(shard, 0, null, Fault.MARK_CHANGED);
        }
        checkMark();
        checkSeals(null);
    }

    private static List<Seal> both(List<Seal> some, List<Seal> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    int shard() {
        return shard;
    }

    /** How many lines hold together. */
    long length() {
        return position;
    }

    void step(EntryReader.Link link) {
        if (first != null) {
            return;
        }
        if (link.position() != position + 1) {
            first = new Broken(shard, position + 1, null, Fault.MISSING);
        } else if (link.entry().shard() != shard || !follows(link)) {
            first = new Broken(shard, link.position(), link.entry().id(), Fault.CHANGED);
        } else {
            position = link.position();
            hash = link.hash();
            checkMark();
            checkSeals(link);
        }
    }

    private boolean follows(EntryReader.Link link) {
        var unkeyed = mark == null || link.position() <= mark.length();
        if (unkeyed != (link.key() == 0)) {
            return false;
        }
        return unkeyed
                ? Arrays.equals(link.entry().hash(hash, link.position()), link.hash())
                : keys.mac(link.key())
                        .filter(mac ->
                                MessageDigest.isEqual(link.entry().hash(mac, hash, link.position()), link.hash()))
                        .isPresent();
    }

    /** Where the lines without a key end, the mark must be the one that was set there. */
    private void checkMark() {
        if (first == null && mark != null && mark.length() == position && !genuine(mark)) {
            first = new Broken(shard, position, null, Fault.MARK_CHANGED);
        }
    }

    private boolean genuine(Mark set) {
        return keys.mac(set.key())
                .filter(mac -> MessageDigest.isEqual(Mark.proof(mac, shard, position, hash), set.proof()))
                .isPresent();
    }

    private void checkSeals(EntryReader.@Nullable Link link) {
        var here = seals.getOrDefault(position, List.of());
        if (first == null && here.stream().anyMatch(seal -> !Arrays.equals(seal.hash(), hash))) {
            first = new Broken(
                    shard, position, link == null ? null : link.entry().id(), Fault.SEAL_BROKEN);
        }
    }

    /** What is wrong with the whole, if nothing was with its lines. */
    Optional<Broken> fault(EntryRepository.@Nullable End end) {
        if (first != null) {
            return Optional.of(first);
        }
        if (lastSeal > position) {
            return broken(position + 1, Fault.SEAL_BROKEN);
        }
        if (mark == null || mark.length() > position) {
            return broken(position, Fault.MARK_CHANGED);
        }
        if (end == null || end.length() < position) {
            return broken(position, Fault.END_CHANGED);
        }
        if (end.length() > position) {
            return broken(position + 1, Fault.MISSING);
        }
        return Arrays.equals(end.hash(), hash) ? Optional.empty() : broken(position, Fault.END_CHANGED);
    }

    private Optional<Broken> broken(long at, Fault fault) {
        return Optional.of(new Broken(shard, at, null, fault));
    }
}
