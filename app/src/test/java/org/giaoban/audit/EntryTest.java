package org.giaoban.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.UnitId;
import org.junit.jupiter.api.Test;

class EntryTest {

    private static final UUID ID = UUID.fromString("01900000-0000-7000-8000-000000000001");
    private static final AccountId ACTOR = new AccountId(UUID.fromString("01900000-0000-7000-8000-000000000002"));
    private static final UnitId UNIT = new UnitId(UUID.fromString("01900000-0000-7000-8000-000000000003"));
    private static final Instant AT = Instant.parse("2018-11-01T01:00:00.123456Z");
    private static final byte[] START = Entry.genesis(7);

    private final Entry entry = entry("tasks.done", "task", "{}");

    @Test
    void everyFieldCountsInTheHash() {
        var hash = entry.hash(START, 1);

        assertThat(entry("tasks.given", "task", "{}").hash(START, 1)).isNotEqualTo(hash);
        assertThat(entry("tasks.done", "meeting", "{}").hash(START, 1)).isNotEqualTo(hash);
        assertThat(entry("tasks.done", "task", "{\"a\":\"b\"}").hash(START, 1)).isNotEqualTo(hash);
        assertThat(new Entry(UUID.randomUUID(), AT, ACTOR, "tasks.done", object("task"), UNIT, "{}").hash(START, 1))
                .isNotEqualTo(hash);
        assertThat(new Entry(ID, AT.plusNanos(1000), ACTOR, "tasks.done", object("task"), UNIT, "{}").hash(START, 1))
                .isNotEqualTo(hash);
        assertThat(new Entry(ID, AT.plusSeconds(1), ACTOR, "tasks.done", object("task"), UNIT, "{}").hash(START, 1))
                .isNotEqualTo(hash);
        assertThat(new Entry(ID, AT, AccountId.next(), "tasks.done", object("task"), UNIT, "{}").hash(START, 1))
                .isNotEqualTo(hash);
        assertThat(new Entry(ID, AT, ACTOR, "tasks.done", object("task"), null, "{}").hash(START, 1))
                .isNotEqualTo(hash);
        assertThat(new Entry(ID, AT, ACTOR, "tasks.done", new ObjectRef("task", UUID.randomUUID()), UNIT, "{}")
                        .hash(START, 1))
                .isNotEqualTo(hash);
    }

    @Test
    void thePlaceInTheChainCountsToo() {
        assertThat(entry.hash(START, 2)).isNotEqualTo(entry.hash(START, 1));
        assertThat(entry.hash(Entry.genesis(8), 1)).isNotEqualTo(entry.hash(START, 1));
        assertThat(entry.hash(START, 1))
                .isEqualTo(entry("tasks.done", "task", "{}").hash(START, 1));
    }

    @Test
    void lettersCannotMoveFromOneFieldToTheNext() {
        assertThat(entry("tasks.donet", "ask", "{}").hash(START, 1))
                .isNotEqualTo(entry("tasks.done", "task", "{}").hash(START, 1));
    }

    @Test
    void linesOfOneUnitAreOneChain() {
        var other = new Entry(UUID.randomUUID(), AT, AccountId.next(), "x", object("meeting"), UNIT, "{}");

        assertThat(other.shard()).isEqualTo(entry.shard()).isBetween((short) 0, (short) (Entry.SHARDS - 1));
    }

    private static Entry entry(String act, String kind, String details) {
        return new Entry(ID, AT, ACTOR, act, object(kind), UNIT, details);
    }

    private static ObjectRef object(String kind) {
        return new ObjectRef(kind, ID);
    }
}
