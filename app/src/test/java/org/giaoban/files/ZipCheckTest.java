package org.giaoban.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.giaoban.files.UnsafeZip.Why;
import org.giaoban.files.ZipCheck.Limits;
import org.junit.jupiter.api.Test;

class ZipCheckTest {

    @Test
    void countsWhatComesOutNotWhatTheHeadersClaim() {
        var entries = ZipCheck.inspect(Zips.of(Map.of("a/b.xml", Zips.text("<a/>"))), Limits.DOCUMENT);

        assertThat(entries).containsExactly(new ZipCheck.Entry("a/b.xml", 4));
    }

    @Test
    void refusesABombBeforeAnyParserSeesIt() {
        refuses(Zips.bomb("xl/worksheets/sheet1.xml", 200 << 20), Why.TOO_DENSE);
    }

    @Test
    void refusesMoreThanTheTotal() {
        var noise = new byte[3 << 20];
        new Random(7).nextBytes(noise);

        assertThatThrownBy(() -> ZipCheck.inspect(Zips.of(Map.of("x", noise)), new Limits(2 << 20, 10, 1000)))
                .isInstanceOfSatisfying(
                        UnsafeZip.class, e -> assertThat(e.why()).isEqualTo(Why.TOO_LARGE_INSIDE));
    }

    @Test
    void refusesTooManyEntries() {
        var entries = new LinkedHashMap<String, byte[]>();
        for (int i = 0; i < 3_001; i++) {
            entries.put("e" + i, new byte[0]);
        }
        refuses(Zips.of(entries), Why.TOO_MANY_ENTRIES);
    }

    @Test
    void refusesNamesThatClimbOut() {
        refuses(Zips.of(Map.of("../../etc/passwd", Zips.text("x"))), Why.BAD_NAME);
        refuses(Zips.of(Map.of("/etc/passwd", Zips.text("x"))), Why.BAD_NAME);
    }

    @Test
    void callsAnythingElseBroken() {
        refuses(Zips.text("PK\u0003\u0004 and then nothing sensible"), Why.BROKEN);
        refuses(Zips.text("no archive at all"), Why.BROKEN);
    }

    /** Damaged archives end in an answer, never in another exception. */
    @Test
    void survivesDamage() {
        long seed = Long.getLong("giaoban.seed", System.nanoTime());
        System.out.println("Seed of damaged archives: " + seed);
        var random = new Random(seed);
        var whole = Zips.of(Map.of("a", Zips.text("x".repeat(5_000)), "b", Zips.text("<b/>")));
        for (int round = 0; round < 2_000; round++) {
            var damaged = whole.clone();
            for (int i = 0; i <= random.nextInt(6); i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            try {
                ZipCheck.inspect(damaged, Limits.DOCUMENT);
            } catch (UnsafeZip e) {
                assertThat(e.why()).isNotNull();
            }
        }
    }

    private static void refuses(byte[] archive, Why why) {
        assertThatThrownBy(() -> ZipCheck.inspect(archive, Limits.DOCUMENT))
                .isInstanceOfSatisfying(
                        UnsafeZip.class, e -> assertThat(e.why()).isEqualTo(why));
    }
}
