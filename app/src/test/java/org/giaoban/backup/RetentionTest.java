package org.giaoban.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.giaoban.platform.Zone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every moment of the last days stays within reach, each of the last months keeps a base, and the rest goes. */
class RetentionTest {

    private static final Instant NOW = Instant.parse("2018-11-30T12:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    @TempDir
    private Path folder;

    private final Retention retention = new Retention(14, 3);

    @Test
    void everyMomentOfTheLastDaysIsWithinReach() {
        var bases = daily(400);

        var kept = retention.kept(bases, NOW);

        var edge = NOW.minus(Duration.ofDays(14));
        assertThat(kept.stream()
                        .anyMatch(base -> !base.finished().isAfter(edge)
                                && base.finished().isAfter(edge.minus(DAY))))
                .as("a base to begin with for the oldest moment")
                .isTrue();
        assertThat(kept).filteredOn(base -> base.finished().isAfter(edge)).hasSize(14);
        assertThat(kept.stream().map(base -> LocalDate.ofInstant(base.finished(), Zone.ID)))
                .contains(LocalDate.of(2018, 8, 1), LocalDate.of(2018, 9, 1), LocalDate.of(2018, 10, 1))
                .doesNotContain(LocalDate.of(2018, 7, 1), LocalDate.of(2018, 10, 2));
        assertThat(kept).hasSizeLessThan(22);
    }

    @Test
    void theOnlyBaseStaysHoweverOldItIs() {
        var old = List.of(base(NOW.minus(Duration.ofDays(900)), 1));

        assertThat(retention.kept(old, NOW)).isEqualTo(old);
        assertThat(retention.kept(List.of(), NOW)).isEmpty();
    }

    @Test
    void theJournalGoesOnlyBeforeTheOldestBaseThatLeadsOn() throws Exception {
        var line = new BackupLine(folder);
        for (var base : daily(30)) {
            Durably.createFolder(line.bases());
            Files.createFile(base.file());
        }
        Durably.createFolder(line.journal());
        for (var number = 0; number < 30; number++) {
            Files.createFile(line.whole(new Position((long) number * Position.SEGMENT).segment(1)));
        }
        var torn = Files.createFile(line.bases().resolve(Durably.UNFINISHED + "x"));
        Files.setLastModifiedTime(torn, FileTime.from(NOW.minus(Duration.ofDays(3))));

        retention.sweep(line, NOW);

        var lead = line.allBases().stream()
                .filter(base -> !base.finished().isAfter(NOW.minus(Duration.ofDays(14))))
                .toList()
                .getLast();
        assertThat(BackupLine.segment(line.segments().getFirst()))
                .isEqualTo(lead.from().segment(1));
        assertThat(line.segments()).hasSize(15);
        assertThat(torn).doesNotExist();
    }

    @Test
    void placesInTheJournalAreWrittenAsTheServerDoes() {
        var place = Position.parse("16/B374D848");

        assertThat(place.asServerWrites()).isEqualTo("16/B374D848");
        assertThat(place.segment(1)).isEqualTo("0000000100000016000000B3");
        assertThat(Position.ofSegment("0000000100000016000000B3")).isEqualTo(place.segmentStart());
        assertThat(Position.ofDigits(place.digits())).isEqualTo(place);
    }

    private List<Base> daily(int days) {
        var bases = new ArrayList<Base>();
        Stream.iterate(days - 1, day -> day >= 0, day -> day - 1)
                .forEach(day -> bases.add(base(NOW.minus(DAY.multipliedBy(day)).minusSeconds(60), days - 1 - day)));
        return bases;
    }

    private Base base(Instant finished, int segment) {
        var from = new Position((long) segment * Position.SEGMENT + 40);
        var name = Base.name(finished, 1, from, from.plus(100));
        return Base.of(new BackupLine(folder).bases().resolve(name)).orElseThrow();
    }
}
