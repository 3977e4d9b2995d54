package org.giaoban.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.giaoban.files.UnsafeZip;
import org.giaoban.files.ZipCheck;
import org.giaoban.files.Zips;
import org.junit.jupiter.api.Test;

/** Negative control of the fuzz targets: a reader with a fault is found, and what is fed reaches the parts of an archive. */
class FuzzingTest {

    private static final List<Map<String, byte[]>> SEEDS =
            List.of(Map.of("a.xml", Zips.text("<a><b c='1'>text</b></a>"), "b.xml", Zips.text("<z/>")));

    @Test
    void aPlantedFaultIsFoundWithinThousandInputs() {
        var random = new Random(1);
        var found = 0;
        for (var round = 0; round < 1_000; round++) {
            var program = new byte[40];
            random.nextBytes(program);
            if (Fuzzing.finding(FuzzingTest::careless, program) != null) {
                found++;
            }
        }
        assertThat(found).isPositive();
    }

    /** Falls over an entity, four parts deep inside the archive. */
    private static void careless(byte[] program) {
        try {
            var archive = Havoc.archive(program, SEEDS);
            var entries = ZipCheck.inspect(archive, ZipCheck.Limits.DOCUMENT);
            if (entries.stream().anyMatch(entry -> entry.size() > 20_000)) {
                throw new IllegalStateException("planted");
            }
        } catch (UnsafeZip refused) {
            assertThat(refused.why()).isNotNull();
        }
    }

    @Test
    void mostOfWhatIsFedIsAnArchiveAndDiffers() {
        var random = new Random(2);
        var whole = 0;
        var different = new HashSet<Integer>();
        for (var round = 0; round < 1_000; round++) {
            var program = new byte[60];
            random.nextBytes(program);
            var archive = Havoc.archive(program, SEEDS);
            assertThat(Havoc.archive(program, SEEDS)).isEqualTo(archive);
            different.add(java.util.Arrays.hashCode(archive));
            try {
                ZipCheck.inspect(archive, ZipCheck.Limits.DOCUMENT);
                whole++;
            } catch (UnsafeZip broken) {
                assertThat(broken.why()).isNotNull();
            }
        }
        assertThat(whole).as("pass the archive's checks").isGreaterThan(600);
        assertThat(different).as("are different").hasSizeGreaterThan(900);
    }
}
