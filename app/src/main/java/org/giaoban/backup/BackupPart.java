package org.giaoban.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.giaoban.platform.Formats;
import org.giaoban.platform.MachineTime;
import org.giaoban.platform.PartState;
import org.giaoban.platform.PartState.Line;
import org.giaoban.platform.Sizes;
import org.giaoban.platform.StateSource;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The copies: whether there are any, how old the newest is, up to when everything is in them, how much room is left. */
@Component
@Order(15)
class BackupPart implements StateSource {

    static final Duration BASE_OLD = Duration.ofHours(26);
    static final Duration BASE_TOO_OLD = Duration.ofHours(50);
    static final Duration JOURNAL_OLD = Duration.ofMinutes(2);
    static final Duration JOURNAL_TOO_OLD = Duration.ofMinutes(15);
    private static final int BASES_TO_COME = 3;

    private final Backups backups;
    private final BackupWorker worker;
    private final InstantSource time;

    BackupPart(Backups backups, BackupWorker worker, MachineTime time) {
        this.backups = backups;
        this.worker = worker;
        this.time = time;
    }

    @Override
    public String part() {
        return "backup";
    }

    @Override
    public PartState state() {
        return new PartState(Texts.text("backup.part"), "archive", lines());
    }

    private List<Line> lines() {
        if (!backups.configured()) {
            return List.of(Line.notice(
                    label("folder"), Texts.text("backup.part.folder.none"), Texts.text("backup.part.folder.advice")));
        }
        var folder = String.valueOf(backups.folder());
        try {
            return lines(folder, time.instant());
        } catch (IOException | UncheckedIOException unreadable) {
            return List.of(Line.fault(label("folder"), folder, Texts.text("backup.part.folder.unreadable")));
        }
    }

    private List<Line> lines(String folder, Instant now) throws IOException {
        var lines = new ArrayList<Line>();
        lines.add(Line.fine(label("folder"), folder));
        var bases = backups.line().allBases();
        lines.add(base(bases, now));
        lines.add(journal(worker.followedUpTo(), worker.isRunning(), now));
        if (!bases.isEmpty()) {
            lines.add(
                    Line.fine(label("since"), Formats.dateTime(bases.getFirst().finished())));
            lines.add(room(bases.getLast()));
        }
        var problem = worker.problem();
        if (problem != null) {
            lines.add(Line.fault(label("problem"), problem, Texts.text("backup.part.problem.advice")));
        }
        return List.copyOf(lines);
    }

    private static Line base(List<Base> bases, Instant now) throws IOException {
        if (bases.isEmpty()) {
            return Line.notice(
                    label("base"), Texts.text("backup.part.base.none"), Texts.text("backup.part.base.first"));
        }
        var newest = bases.getLast();
        var size = Sizes.text(Files.size(newest.file()));
        var value = Texts.text("backup.part.base.value", Formats.dateTime(newest.finished()), size, bases.size());
        return aged(label("base"), value, Duration.between(newest.finished(), now), BASE_OLD, BASE_TOO_OLD);
    }

    /** A command beside the server does not know how far the server has copied. */
    static Line journal(@Nullable Instant upTo, boolean followed, Instant now) {
        if (!followed) {
            return Line.fine(label("journal"), Texts.text("backup.part.journal.elsewhere"));
        }
        if (upTo == null) {
            return Line.notice(
                    label("journal"), Texts.text("backup.part.journal.none"), Texts.text("backup.part.journal.advice"));
        }
        return aged(
                label("journal"), Formats.dateTime(upTo), Duration.between(upTo, now), JOURNAL_OLD, JOURNAL_TOO_OLD);
    }

    private static Line aged(String label, String value, Duration age, Duration old, Duration tooOld) {
        var advice = Texts.text("backup.part.old.advice");
        if (age.compareTo(tooOld) > 0) {
            return Line.fault(label, value, advice);
        }
        return age.compareTo(old) > 0 ? Line.notice(label, value, advice) : Line.fine(label, value);
    }

    private Line room(Base newest) throws IOException {
        var free = Files.getFileStore(backups.folder()).getUsableSpace();
        var label = label("room");
        var value = Sizes.text(free);
        return free < BASES_TO_COME * Files.size(newest.file())
                ? Line.notice(label, value, Texts.text("backup.part.room.advice"))
                : Line.fine(label, value);
    }

    private static String label(String what) {
        return Texts.text("backup.part." + what);
    }
}
