package org.giaoban.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import org.giaoban.audit.AuditCheck.Broken;
import org.giaoban.audit.AuditCheck.Fault;
import org.giaoban.audit.ChainKeys.Mark;
import org.giaoban.audit.EntryReader.Link;
import org.giaoban.audit.EntryRepository.End;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.UnitId;
import org.giaoban.vault.MacKey;
import org.giaoban.vault.TestKeys;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One chain, broken at every place in every way, without a database. */
class ChainWalkTest {

    private static final UnitId UNIT = UnitId.next();
    private static final int LENGTH = 8;
    private static final int UNKEYED = 3;
    private static final int KEY = 1;
    private static final int FOREIGN = 2;
    private static final MacKey SECRET = TestKeys.mac(KEY, (byte) 1, (byte) 2, (byte) 3);

    private final List<Link> links = chain(UNKEYED);
    private final int shard = links.getFirst().shard();
    private final Mark mark = mark(UNKEYED, KEY);
    private final End end = end(LENGTH, LENGTH);

    @Test
    void anUntouchedChainIsWhole() {
        assertThat(fault(mark, List.of(), links, end)).isEmpty();
        assertThat(walk(mark, List.of(), links).length()).isEqualTo(LENGTH);
        assertThat(walk(mark, List.of(), links).shard()).isEqualTo(shard);
        var empty = new End((short) shard, 0, Entry.genesis(shard));
        assertThat(fault(mark(0, KEY), List.of(), List.of(), empty)).isEmpty();
        assertThat(fault(mark(0, KEY), List.of(), chain(0), new End((short) shard, LENGTH, chainEnd(0))))
                .isEmpty();
    }

    @Test
    void aChangedLineIsFoundWhereItStands() {
        each(at -> {
            var link = links.get(at - 1);
            assertFault(replaced(at, link(link, line(99), link.key(), link.hash())), at, Fault.CHANGED);
            assertFault(replaced(at, link(link, link.entry(), link.key(), new byte[32])), at, Fault.CHANGED);
            assertFault(
                    replaced(at, link(link, link.entry(), link.key() == 0 ? KEY : 0, link.hash())), at, Fault.CHANGED);
            assertFault(replaced(at, link(link, link.entry(), FOREIGN, link.hash())), at, Fault.CHANGED);
        });
    }

    /** A line of another chain is no line of this one, however well it is hashed. */
    @Test
    void aLineOfAnotherChainIsFound() {
        var other = IntStream.iterate(0, n -> n + 1)
                .mapToObj(n -> new Entry(
                        UUID.randomUUID(), Instant.EPOCH, AccountId.next(), "a", object(), UnitId.next(), "{}"))
                .filter(entry -> entry.shard() != shard)
                .findFirst()
                .orElseThrow();
        var link = new Link((short) shard, 1, 0, other.hash(Entry.genesis(shard), 1), other);
        assertThat(fault(mark, List.of(), List.of(link), end))
                .contains(new Broken(shard, 1, other.id(), Fault.CHANGED));
    }

    @Test
    void aMissingLineIsFoundWhereItStood() {
        each(at -> {
            var rest = new ArrayList<>(links);
            rest.remove(at - 1);
            assertThat(fault(mark, List.of(), rest, end)).contains(new Broken(shard, at, null, Fault.MISSING));
            assertThat(walk(mark, List.of(), rest).length()).isEqualTo(at - 1);
        });
    }

    @Test
    void swappedLinesAreFound() {
        for (var at = 1; at < LENGTH; at++) {
            var swapped = new ArrayList<>(links);
            swapped.set(at - 1, links.get(at));
            swapped.set(at, links.get(at - 1));
            assertThat(fault(mark, List.of(), swapped, end)).contains(new Broken(shard, at, null, Fault.MISSING));
        }
    }

    @Test
    void aMarkThatIsMissingForgedOrTooFarIsFound() {
        assertThat(fault(null, List.of(), links, end)).contains(new Broken(shard, 0, null, Fault.MARK_CHANGED));
        var forged = new Mark((short) shard, UNKEYED, KEY, new byte[32]);
        assertThat(fault(forged, List.of(), links, end)).contains(new Broken(shard, UNKEYED, null, Fault.MARK_CHANGED));
        assertThat(fault(mark(UNKEYED, FOREIGN), List.of(), links, end))
                .contains(new Broken(shard, UNKEYED, null, Fault.MARK_CHANGED));
        assertThat(fault(new Mark((short) shard, 0, KEY, new byte[32]), List.of(), List.of(), end))
                .contains(new Broken(shard, 0, null, Fault.MARK_CHANGED));
        assertThat(fault(mark, List.of(), links.subList(0, 2), end(2, 2)))
                .contains(new Broken(shard, 2, null, Fault.MARK_CHANGED));
        for (var length : List.of(UNKEYED - 1, UNKEYED + 1)) {
            assertThat(fault(mark(length, KEY), List.of(), links, end))
                    .as("the mark at another line")
                    .isPresent();
        }
    }

    @Test
    void whatWasSealedMustStillStandThere() {
        each(at -> {
            var right = new Seal(shard, at, links.get(at - 1).hash());
            var wrong = new Seal(shard, at, new byte[32]);
            var broken = new Broken(shard, at, links.get(at - 1).entry().id(), Fault.SEAL_BROKEN);
            assertThat(fault(mark, List.of(right), links, end)).isEmpty();
            assertThat(fault(mark, List.of(wrong), links, end)).contains(broken);
            assertThat(fault(mark, List.of(right, wrong), links, end)).contains(broken);
            assertThat(fault(mark, List.of(wrong, right), links, end)).contains(broken);
        });
        assertThat(fault(mark, List.of(new Seal(shard, 0, Entry.genesis(shard))), links, end))
                .isEmpty();
        assertThat(fault(mark, List.of(new Seal(shard, 0, new byte[32])), links, end))
                .contains(new Broken(shard, 0, null, Fault.SEAL_BROKEN));
        assertThat(fault(
                        mark,
                        List.of(new Seal(shard, LENGTH, end.hash()), new Seal(shard, 12, new byte[32])),
                        links,
                        end))
                .contains(new Broken(shard, LENGTH + 1, null, Fault.SEAL_BROKEN));
    }

    @Test
    void theRecordedEndMustBeTheEnd() {
        assertThat(fault(mark, List.of(), links, null)).contains(new Broken(shard, LENGTH, null, Fault.END_CHANGED));
        assertThat(fault(mark, List.of(), links, end(LENGTH - 1, LENGTH)))
                .contains(new Broken(shard, LENGTH, null, Fault.END_CHANGED));
        assertThat(fault(mark, List.of(), links, end(LENGTH + 1, LENGTH)))
                .contains(new Broken(shard, LENGTH + 1, null, Fault.MISSING));
        assertThat(fault(mark, List.of(), links, end(LENGTH, LENGTH - 1)))
                .contains(new Broken(shard, LENGTH, null, Fault.END_CHANGED));
    }

    private void assertFault(List<Link> changed, int at, Fault fault) {
        assertThat(fault(mark, List.of(), changed, end))
                .contains(new Broken(shard, at, changed.get(at - 1).entry().id(), fault));
        assertThat(walk(mark, List.of(), changed).length()).isEqualTo(at - 1);
    }

    private static void each(java.util.function.IntConsumer at) {
        IntStream.rangeClosed(1, LENGTH).forEach(at);
    }

    private List<Link> replaced(int at, Link link) {
        var changed = new ArrayList<>(links);
        changed.set(at - 1, link);
        return changed;
    }

    private static Link link(Link old, Entry entry, int key, byte[] hash) {
        return new Link(old.shard(), old.position(), key, hash, entry);
    }

    private Optional<Broken> fault(@Nullable Mark set, List<Seal> seals, List<Link> chain, @Nullable End last) {
        return walk(set, seals, chain).fault(last);
    }

    private ChainWalk walk(@Nullable Mark set, List<Seal> seals, List<Link> chain) {
        var walk = new ChainWalk(shard, set, new KeyRing(Map.of(KEY, SECRET)), seals);
        chain.forEach(walk::step);
        return walk;
    }

    private Mark mark(int length, int key) {
        var hash = length == 0 ? Entry.genesis(shard) : links.get(length - 1).hash();
        return new Mark((short) shard, length, key, Mark.proof(mac(), shard, length, hash));
    }

    private End end(int length, int hashOf) {
        return new End((short) shard, length, links.get(hashOf - 1).hash());
    }

    private byte[] chainEnd(int unkeyed) {
        return chain(unkeyed).getLast().hash();
    }

    private static List<Link> chain(int unkeyed) {
        var chain = new ArrayList<Link>();
        var mac = mac();
        var hash = Entry.genesis(line(1).shard());
        for (var at = 1; at <= LENGTH; at++) {
            var entry = line(at);
            hash = at <= unkeyed ? entry.hash(hash, at) : entry.hash(mac, hash, at);
            chain.add(new Link(entry.shard(), at, at <= unkeyed ? 0 : KEY, hash, entry));
        }
        return chain;
    }

    private static Entry line(int at) {
        return new Entry(
                new UUID(7, at),
                Instant.EPOCH.plusSeconds(at),
                new AccountId(new UUID(8, 8)),
                "act",
                object(),
                UNIT,
                "{}");
    }

    private static ObjectRef object() {
        return new ObjectRef("task", new UUID(9, 9));
    }

    private static Mac mac() {
        return SECRET.mac();
    }
}
