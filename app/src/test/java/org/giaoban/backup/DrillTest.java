package org.giaoban.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyPair;
import java.time.Instant;
import org.giaoban.platform.Keepsakes;
import org.giaoban.platform.Refused;
import org.giaoban.platform.RestoreMark;
import org.giaoban.testing.Evidence;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The drill: a running installation with the product's tables is copied, somebody deletes too much, the machine is lost, and
 * the data come back as they were the moment before; and where a copy is not what it was, that is said instead.
 */
class DrillTest {

    private static final KeyPair PAIR = SealingKey.make();
    private static final int ROWS = 3_000;
    private static final String SECRET = "012345678901";

    @TempDir
    private static Path folder;

    private static Path copies;
    private static Instant beforeTheMishap;

    /** One installation's life is told once; every test restores from what is left of it. */
    @BeforeAll
    static void liveCopyAndLose() throws Exception {
        copies = folder.resolve("copies");
        try (var office = Office.open(folder.resolve("data"), copies, PAIR)) {
            office.migrate();
            office.execute("create table public.drill (id int primary key, text text not null)");
            office.insert(0, ROWS, SECRET);
            office.upload("ab", "cdef", "tệp đầu");
            office.follow();
            office.backups().take();
            for (var part = 1; part <= 3; part++) {
                office.insert(part * ROWS, ROWS, SECRET);
                office.execute("select pg_switch_wal()");
            }
            office.upload("ab", "0123", "tệp sau");
            office.keepsakes().append("erased", "before");
            beforeTheMishap = office.now();
            office.execute("delete from public.drill where id % 2 = 0");
            office.keepsakes().append("erased", "after");
            office.stopFollowing();
            office.kill();
        }
    }

    @Test
    void everythingComesBackAsItWasTheMomentBefore() throws Exception {
        var data = fresh("moment");
        var began = System.nanoTime();
        var outcome = restore(data, copies, beforeTheMishap);
        Evidence.of("drill")
                .say(
                        "restored to the moment before in %.1f s: %d indexes compared, %d segments of journal",
                        (System.nanoTime() - began) / 1e9,
                        outcome.inspection().indexes(),
                        outcome.journey().segments());

        assertThat(outcome.journey().missing()).isNull();
        assertThat(outcome.inspection().indexes())
                .as("indexes compared with their tables")
                .isGreaterThan(100);
        assertThat(outcome.inspection().lastCommit()).isBeforeOrEqualTo(beforeTheMishap);
        assertThat(data.resolve("files/ab/cdef")).hasContent("tệp đầu");
        assertThat(data.resolve("files/ab/0123")).hasContent("tệp sau");
        assertThat(Keepsakes.of(data).lines("erased"))
                .as("no restore takes these back")
                .containsExactly("before", "after");
        assertThat(RestoreMark.in(data).facts())
                .containsEntry("base", outcome.base().name());
        assertThat(data.resolve("postgres/cluster/recovery.signal")).doesNotExist();
        assertThat(Files.readString(data.resolve("postgres/cluster/postgresql.auto.conf")))
                .doesNotContain("recovery");
        try (var office = Office.open(data, folder.resolve("copies-of-restored"), PAIR)) {
            assertThat(office.number("select count(*) from public.drill")).isEqualTo(4 * ROWS);
            assertThat(office.number("select count(*) from platform.flyway_schema_history"))
                    .isPositive();
            office.execute("insert into public.drill values (-1, 'goes on')");
            office.backups().take();
            assertThat(BackupLine.below(folder.resolve("copies-of-restored")))
                    .as("a line of its own")
                    .noneMatch(line -> line.name()
                            .equals(outcome.base()
                                    .file()
                                    .getParent()
                                    .getParent()
                                    .getFileName()
                                    .toString()));
        }
    }

    /** The control of the above: without the moment the mishap comes back too. */
    @Test
    void withoutAMomentTheEndIsReached() throws Exception {
        var data = fresh("end");
        restore(data, copies, null);

        assertThat(rows(data)).isEqualTo(2 * ROWS);
    }

    @Test
    void aMomentAfterTheEndIsTheEnd() throws Exception {
        var data = fresh("later");
        restore(data, copies, Instant.parse("2100-01-01T00:00:00Z"));

        assertThat(rows(data)).isEqualTo(2 * ROWS);
    }

    @Test
    void aMissingSegmentIsNamedAndNothingBehindItIsMadeUp() throws Exception {
        var torn = copyOf("torn");
        var line = BackupLine.below(torn).getFirst();
        var segments = line.segments();
        Files.delete(segments.get(segments.size() - 2));
        var data = fresh("gap");

        var outcome = restore(data, torn, null);

        assertThat(outcome.journey().missing()).isEqualTo(BackupLine.segment(segments.get(segments.size() - 2)));
        assertThat(rows(data))
                .as("before the mishap")
                .isGreaterThanOrEqualTo(ROWS)
                .isLessThanOrEqualTo(4 * ROWS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "wal"})
    void anAlteredCopyIsRefusedAndLeavesThePlaceAsItWas(String part) throws Exception {
        var altered = copyOf("altered-" + part);
        var line = BackupLine.below(altered).getFirst();
        var file = part.equals("base")
                ? line.allBases().getLast().file()
                : line.segments().getLast();
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        var data = fresh("altered-place-" + part);

        assertThatThrownBy(() -> restore(data, altered, null)).isInstanceOf(IOException.class);

        assertThat(data.resolve("postgres/cluster")).doesNotExist();
        assertThat(data.resolve("postgres/cluster.new")).doesNotExist();
        assertThat(data.resolve("postgres/journal")).doesNotExist();
        assertThat(RestoreMark.in(data).present()).isFalse();
    }

    @Test
    void nothingReadableLiesInTheCopies() throws Exception {
        var readable = 0;
        try (var paths = Files.walk(copies)) {
            for (var path : paths.filter(Files::isRegularFile).toList()) {
                var bytes = new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1);
                readable += bytes.contains(SECRET)
                                || bytes.contains("drill")
                                || path.toString().contains("cdef")
                        ? 1
                        : 0;
            }
        }
        assertThat(readable).isZero();
        var control = new String(Files.readAllBytes(folder.resolve("data/files/ab/cdef")), StandardCharsets.UTF_8);
        assertThat(control).as("the search finds what is not sealed").contains("tệp");
    }

    @Test
    void aDatabaseThatStandsThereIsSetAsideOnlyWhenAsked() throws Exception {
        var data = fresh("twice");
        restore(data, copies, null);

        assertThatThrownBy(() -> restore(data, copies, null)).isInstanceOf(Refused.class);
        new Restore(data, Office.SETTINGS, Office.TIME, _ -> {}).run(order(copies, beforeTheMishap, true));

        assertThat(rows(data)).isEqualTo(4 * ROWS);
        assertThat(BackupLine.list(data.resolve("postgres")))
                .anyMatch(path -> path.getFileName().toString().startsWith("cluster.before-restore-"));
    }

    private static Restore.Outcome restore(Path data, Path from, Instant at) throws IOException {
        return new Restore(data, Office.SETTINGS, Office.TIME, _ -> {}).run(order(from, at, false));
    }

    private static Restore.Order order(Path from, Instant at, boolean replace) throws IOException {
        return new Restore.Order(Source.choose(from, null, at), PAIR.getPrivate(), at, replace);
    }

    private static long rows(Path data) throws Exception {
        try (var office = Office.open(data, folder.resolve("unused"), PAIR)) {
            return office.number("select count(*) from public.drill");
        }
    }

    private static Path fresh(String name) throws IOException {
        return Office.letPass(Files.createDirectory(folder.resolve(name)));
    }

    private static Path copyOf(String name) throws IOException {
        var target = folder.resolve(name);
        try (var paths = Files.walk(copies)) {
            for (var path : paths.toList()) {
                Files.copy(
                        path, target.resolve(copies.relativize(path).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return target;
    }
}
