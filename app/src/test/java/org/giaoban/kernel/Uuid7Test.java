package org.giaoban.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class Uuid7Test {

    @Test
    void carriesTimeVersionAndVariant() {
        var before = System.currentTimeMillis();
        var id = Uuid7.next();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isBetween(before, before + 60_000);
    }

    @Test
    void neverGoesBackwardsEvenWhenTheClockDoes() {
        var ids = new ArrayList<String>();
        for (var i = 0; i < 10_000; i++) {
            ids.add(Uuid7.next().toString());
        }
        ids.add(Uuid7.at(0).toString());

        assertThat(ids).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void isUniqueAcrossThreads() {
        var seen = Collections.newSetFromMap(new ConcurrentHashMap<UUID, Boolean>());

        var fresh = IntStream.range(0, 50_000)
                .parallel()
                .filter(i -> seen.add(Uuid7.next()))
                .count();

        assertThat(fresh).isEqualTo(50_000);
    }

    @Test
    void typedIdsReadWhatTheyWrite() {
        var unit = UnitId.next();

        assertThat(UnitId.parse(unit.toString())).isEqualTo(unit);
        assertThat(AccountId.parse(unit.toString()).value()).isEqualTo(unit.value());
        assertThat(PersonId.parse(unit.toString()).value()).isEqualTo(unit.value());
    }
}
