package org.giaoban.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.giaoban.kernel.Uuid7;
import org.giaoban.platform.Formats;
import org.giaoban.platform.MachineTime;
import org.giaoban.platform.PartState;
import org.giaoban.platform.PartState.Line;
import org.giaoban.platform.StateSource;
import org.giaoban.platform.Texts;
import org.jooq.DSLContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The machine's clock, by which the log is dated: beside the database's, since the start, and since the last line. */
@Component
@Order(12)
class ClockPart implements StateSource {

    private static final String DATABASE_NOW = "select (extract(epoch from clock_timestamp()) * 1000)::bigint";

    private final DSLContext db;
    private final EntryReader reader;
    private final MachineTime time;
    private final Duration apart;
    private final Instant begun;
    private final long begunNanos;

    ClockPart(DSLContext db, EntryReader reader, MachineTime time, ClockSettings settings) {
        this.db = db;
        this.reader = reader;
        this.time = time;
        apart = settings.apart();
        begun = time.instant();
        begunNanos = time.nanos();
    }

    @Override
    public String part() {
        return "clock";
    }

    @Override
    public PartState state() {
        return new PartState(
                Texts.text("audit.clock"), "clock", List.of(besideTheDatabase(), sinceStart(), lastLine()));
    }

    private Line besideTheDatabase() {
        var asked = time.instant();
        var millis = ((Number) Objects.requireNonNull(db.fetchValue(DATABASE_NOW))).longValue();
        var waited = Duration.between(asked, time.instant()).abs();
        var off = Duration.between(asked.plus(waited.dividedBy(2)), Instant.ofEpochMilli(millis));
        return line("database", off.abs(), apart.plus(waited));
    }

    private Line sinceStart() {
        var ran = Duration.ofNanos(time.nanos() - begunNanos);
        return line("start", Duration.between(time.instant(), begun.plus(ran)), apart);
    }

    /** An identifier bears the moment it was made at, by the machine's clock and no story's. */
    private Line lastLine() {
        var ahead = reader.newest()
                .map(id -> Duration.between(time.instant(), Instant.ofEpochMilli(Uuid7.millis(id))))
                .orElse(Duration.ZERO);
        return line("line", ahead, apart);
    }

    private static Line line(String what, Duration off, Duration most) {
        var label = Texts.text("audit.clock." + what);
        return off.compareTo(most) <= 0
                ? Line.fine(label, Texts.text("audit.clock.right"))
                : Line.fault(
                        label,
                        Texts.text("audit.clock." + what + ".off", Formats.number(off.toSeconds())),
                        Texts.text("audit.clock." + what + ".advice"));
    }
}
