package org.giaoban.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.Uuid7;
import org.giaoban.testing.Evidence;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A long log is written and checked in bounded time; how long it is, is set by {@code -Dgiaoban.audit.rows}. */
@GiaoBanTest
class AuditScaleTest {

    private static final int ROWS = Integer.getInteger("giaoban.audit.rows", 20_000);
    private static final int AT_ONCE = 5_000;
    private static final int UNITS = 300;
    private static final int MILLION = 1_000_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @Autowired
    EntryRepository repository;

    @Autowired
    AuditCheck check;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void aMillionLinesAreCheckedInTenSeconds() {
        var evidence = Evidence.of("audit-scale");
        var units = new ArrayList<UnitId>();
        for (var unit = 0; unit < UNITS; unit++) {
            units.add(UnitId.next());
        }
        var before = check.check(List.of()).lines();
        var began = System.nanoTime();
        for (var written = 0; written < ROWS; written += AT_ONCE) {
            var lines = lines(written, units);
            transaction.executeWithoutResult(status -> repository.append(lines));
        }
        var wrote = (System.nanoTime() - began) / 1e9;

        var worked = THREADS.getCurrentThreadCpuTime();
        began = System.nanoTime();
        var report = check.check(List.of());
        var checked = (System.nanoTime() - began) / 1e9;
        worked = THREADS.getCurrentThreadCpuTime() - worked;

        evidence.say(
                "%d lines: written in %.1f s, checked in %.2f s, %.1f µs a line, %.2f s of it the program's own work",
                ROWS, wrote, checked, checked / ROWS * 1e6, worked / 1e9);
        assertThat(report.broken()).isEmpty();
        assertThat(report.lines()).isEqualTo(before + ROWS);
        if (ROWS >= MILLION) {
            assertThat(checked * MILLION / ROWS).isLessThan(10);
        }
    }

    private static List<Entry> lines(int from, List<UnitId> units) {
        var lines = new ArrayList<Entry>();
        for (var number = from; number < Math.min(ROWS, from + AT_ONCE); number++) {
            lines.add(new Entry(
                    Uuid7.next(),
                    Instant.parse("2018-11-01T01:02:03.000004Z").plusMillis(number),
                    Viewer.SYSTEM.account(),
                    "reporting.value-typed",
                    new ObjectRef("return", UUID.randomUUID()),
                    units.get(number % units.size()),
                    "{\"indicator\":\"KT-" + number % 40 + "\",\"value\":\"" + number + "\"}"));
        }
        return lines;
    }
}
