package org.giaoban.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.platform.MachineTime;
import org.giaoban.platform.PartState;
import org.giaoban.platform.PartState.Level;
import org.giaoban.testing.GiaoBanTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Planted wrong clocks are said, each by the line it concerns, with what to do. */
@GiaoBanTest
class ClockPartTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @Autowired
    ClockPart real;

    @Autowired
    DSLContext db;

    @Autowired
    EntryReader reader;

    @Autowired
    Audit audit;

    @Autowired
    CurrentViewer viewer;

    @Autowired
    TransactionTemplate transaction;

    /** The machine's clock as somebody set it. */
    private static final class SetClock extends MachineTime {

        private final AtomicReference<Duration> off = new AtomicReference<>(Duration.ZERO);

        @Override
        public Instant instant() {
            return super.instant().plus(off.get());
        }
    }

    private final SetClock clock = new SetClock();

    @BeforeEach
    void aLine() {
        viewer.run(
                Viewer.SYSTEM,
                () -> transaction.executeWithoutResult(status ->
                        audit.record("things.changed", new ObjectRef("thing", UUID.randomUUID()), null, Map.of())));
    }

    @Test
    void aRightClockIsFine() {
        assertThat(state(real).level()).isEqualTo(Level.FINE);
        assertThat(state(real).lines()).hasSize(3);
    }

    @Test
    void aClockAheadOfTheDatabasesIsAFault() {
        clock.off.set(HOUR.plusSeconds(30));

        assertThat(state(part())).satisfies(state -> faulty(state, "So với máy chủ cơ sở dữ liệu", "lệch 3.6"));
    }

    @Test
    void aClockThatGoesBackWhileTheProgramRunsIsAFault() {
        var part = part();
        assertThat(state(part).level()).isEqualTo(Level.FINE);

        clock.off.set(HOUR.negated());

        assertThat(state(part)).satisfies(state -> faulty(state, "Từ khi chương trình chạy", "đã lùi"));
    }

    @Test
    void aProgramThatStartsBeforeTheLastLineOfTheLogSaysSo() {
        clock.off.set(HOUR.negated());

        var state = state(part());

        faulty(state, "So với dòng nhật ký cuối cùng", "trước giờ của máy 3.");
        assertThat(state.lines().get(1).level())
                .as("nothing was set since the start")
                .isEqualTo(Level.FINE);
    }

    /** What is within the setting is nobody's trouble. */
    @Test
    void aSmallDifferenceIsFine() {
        clock.off.set(Duration.ofSeconds(-1));

        assertThat(state(part()).level()).isEqualTo(Level.FINE);
    }

    private static void faulty(PartState state, String label, String words) {
        assertThat(state.lines())
                .filteredOn(line -> line.label().equals(label))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.level()).isEqualTo(Level.FAULT);
                    assertThat(line.value()).contains(words);
                    assertThat(line.advice()).isNotBlank();
                });
    }

    private PartState state(ClockPart part) {
        return viewer.as(Viewer.SYSTEM, part::state);
    }

    private ClockPart part() {
        return new ClockPart(db, reader, clock, new ClockSettings(Duration.ofSeconds(5)));
    }
}
