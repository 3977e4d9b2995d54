package org.giaoban.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The clock goes back an hour: the log stays whole and in order, in the same process and over a restart. */
@GiaoBanTest
class ClockBackTest {

    private static final long VERSION_7 = 0x7000L;
    private static final int TIME_FROM_BIT = 16;

    @Autowired
    Audit audit;

    @Autowired
    AuditCheck check;

    @Autowired
    AuditStart start;

    @Autowired
    EntryReader reader;

    @Autowired
    EntryBuffer buffer;

    @Autowired
    EntryRepository repository;

    @Autowired
    Details details;

    @Autowired
    Accounts accounts;

    @Autowired
    CurrentViewer viewer;

    @Autowired
    Clock clock;

    @Autowired
    TransactionTemplate transaction;

    private final ObjectRef object = new ObjectRef("thing", UUID.randomUUID());

    @Test
    void linesWrittenAfterItStandAfterTheOthersAndEverySealHolds() {
        record(audit, 1);
        var seals = check.seal();
        record(new Audit(reader, buffer, viewer, accounts, details, Clock.offset(clock, Duration.ofHours(-1))), 2);
        record(audit, 3);

        assertThat(numbers()).containsExactly("3", "2", "1");
        var lines = viewer.as(Viewer.SYSTEM, () -> audit.history(object));
        assertThat(lines.get(1).at()).isBefore(lines.get(2).at());
        assertThat(check.check(seals).broken()).isEmpty();
    }

    /** An earlier process wrote a line while its clock was ahead; this one begins with the right clock. */
    @Test
    void aProgramThatStartsWithAnEarlierClockGoesOnBehindTheLastLine() {
        var ahead = System.currentTimeMillis() + 2_000;
        var id = new UUID(ahead << TIME_FROM_BIT | VERSION_7, UUID.randomUUID().getLeastSignificantBits());
        viewer.run(
                Viewer.SYSTEM,
                () -> transaction.executeWithoutResult(status -> repository.append(List.of(new Entry(
                        id,
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        Viewer.SYSTEM.account(),
                        "things.changed",
                        object,
                        null,
                        "{\"number\":\"1\"}")))));

        start.start();
        record(audit, 2);

        assertThat(numbers()).containsExactly("2", "1");
        assertThat(check.check(List.of()).broken()).isEmpty();
    }

    private List<String> numbers() {
        return viewer.as(Viewer.SYSTEM, () -> audit.history(object)).stream()
                .map(line -> String.valueOf(line.details().get("number")))
                .toList();
    }

    private void record(Audit log, int number) {
        viewer.run(
                Viewer.SYSTEM,
                () -> transaction.executeWithoutResult(status ->
                        log.record("things.changed", object, null, Map.of("number", String.valueOf(number)))));
    }
}
