package org.giaoban.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import org.giaoban.kernel.AccountId;
import org.giaoban.platform.Refused;
import org.giaoban.vault.TestKeys;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What of the log is written down, and that nothing else is taken for it. */
class SealTest {

    private static final Instant AT = Instant.parse("2018-11-01T01:02:03Z");

    private final Seal seal = new Seal(63, 1_234_567, hash(5));

    @Test
    void aSealIsReadAsItWasWritten() {
        assertThat(seal.line()).isEqualTo("63 1234567 " + "05".repeat(32));
        assertThat(Seal.parse(seal.line())).isEqualTo(seal).hasSameHashCodeAs(seal);
        assertThat(seal)
                .isNotEqualTo(new Seal(62, 1_234_567, hash(5)))
                .isNotEqualTo(new Seal(63, 1_234_568, hash(5)))
                .isNotEqualTo(new Seal(63, 1_234_567, hash(6)))
                .isNotEqualTo("63");
        assertThat(seal.hashCode()).isNotEqualTo(new Seal(63, 1_234_567, hash(6)).hashCode());
        for (var bad :
                List.of("", "1 2", "1 2 3", "x 1 " + "05".repeat(32), "123 1 " + "05".repeat(32), seal.line() + "a")) {
            assertThatThrownBy(() -> Seal.parse(bad)).as(bad).isInstanceOf(Refused.class);
        }
    }

    @Test
    void aCheckpointIsGenuineAsSignedAndNotOtherwise() {
        var checkpoint = Checkpoint.sign(AT, List.of(seal, new Seal(0, 0, hash(1))), TestKeys.signing());
        var lines = checkpoint.text().lines().toList();

        assertThat(checkpoint.genuine()).isTrue();
        assertThat(lines).hasSize(5).first().isEqualTo("giaoban-checkpoint 2018-11-01T01:02:03Z");
        assertThat(checkpoint.text()).endsWith("\n");
        var read = Checkpoint.parse(lines);
        assertThat(read.genuine()).isTrue();
        assertThat(read.seals()).isEqualTo(checkpoint.seals());
        assertThat(read.at()).isEqualTo(AT);
        for (var line = 0; line < 3; line++) {
            var changed = new ArrayList<>(lines);
            changed.set(line, line == 0 ? lines.getFirst().replace("03Z", "04Z") : "0 1 " + "ab".repeat(32));
            assertThat(Checkpoint.parse(changed).genuine()).as("line %d", line).isFalse();
        }
        assertThat(new Checkpoint(AT, read.seals(), read.key(), new byte[64]).genuine())
                .isFalse();
    }

    @Test
    void whatIsNoCheckpointIsRefused() {
        var lines = Checkpoint.sign(AT, List.of(seal), TestKeys.signing())
                .text()
                .lines()
                .toList();
        for (var at = 0; at < lines.size(); at++) {
            var damaged = new ArrayList<>(lines);
            damaged.set(at, "?" + lines.get(at));
            assertThatThrownBy(() -> Checkpoint.parse(damaged))
                    .as("%s", damaged)
                    .isInstanceOf(Refused.class);
        }
        assertThatThrownBy(() -> Checkpoint.parse(lines.subList(0, 2))).isInstanceOf(Refused.class);
        var noTime = new ArrayList<>(lines);
        noTime.set(0, "giaoban-checkpoint yesterday");
        assertThatThrownBy(() -> Checkpoint.parse(noTime)).isInstanceOf(Refused.class);
        var empty = Checkpoint.sign(AT, List.of(), TestKeys.signing());
        assertThat(Checkpoint.parse(empty.text().lines().toList()).genuine()).isTrue();
    }

    @Test
    void particularsAreAlwaysWrittenAlikeAndNothingOfNothing() {
        var details = new Details();
        Map<String, @Nullable Object> given = new HashMap<>();
        given.put("b", 2);
        given.put("a", "x\"y");
        given.put("c", null);

        assertThat(details.write(given)).isEqualTo("{\"a\":\"x\\\"y\",\"b\":\"2\"}");
        assertThat(details.read(details.write(given))).containsExactly(Map.entry("a", "x\"y"), Map.entry("b", "2"));
    }

    /** Worked out apart: what another program would have to hash. */
    @Test
    void aLineIsHashedInTheFormThatIsDescribed() {
        var id = new UUID(1, 2);
        var actor = new AccountId(new UUID(3, 4));
        var entry = new Entry(id, AT.plusNanos(5), actor, "tâm", new ObjectRef("k", new UUID(5, 6)), null, "{}");
        var expected = ByteBuffer.allocate(300);
        text(expected, id.toString()).putLong(AT.getEpochSecond()).putInt(5);
        for (var each : List.of(actor.value().toString(), "tâm", "k", new UUID(5, 6).toString(), "", "{}")) {
            text(expected, each);
        }
        var bytes = new byte[expected.position()];
        expected.flip().get(bytes);
        assertThat(entry.canonical()).isEqualTo(bytes);
        assertThat(entry.shard()).isEqualTo((short) Math.floorMod(new UUID(5, 6).hashCode(), 64));
    }

    @Test
    void aMarkProvesItsChainItsLengthAndItsEnd() {
        var label = "giaoban audit lines without a key".getBytes(StandardCharsets.UTF_8);
        var marked = ByteBuffer.allocate(label.length + 12 + 32)
                .put(label)
                .putInt(7)
                .putLong(9)
                .put(hash(3));
        assertThat(ChainKeys.Mark.proof(mac(), 7, 9, hash(3))).isEqualTo(mac().doFinal(marked.array()));
    }

    private static Mac mac() {
        return TestKeys.mac(1, (byte) 1).mac();
    }

    private static ByteBuffer text(ByteBuffer into, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return into.putInt(bytes.length).put(bytes);
    }

    private static byte[] hash(int of) {
        var hash = new byte[32];
        java.util.Arrays.fill(hash, (byte) of);
        return hash;
    }
}
