package org.giaoban.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.giaoban.platform.Zone;
import org.jspecify.annotations.Nullable;

/**
 * What may go: bases that no moment of the last days needs and that are not the first of one of the last months, and the
 * journal before the oldest base that leads on. Uploaded files stay: they are small beside the rest and every base may need them.
 */
record Retention(int days, int months) {

    private static final Duration STALE = Duration.ofDays(2);

    /** Deletes what may go; gives how many files. */
    int sweep(BackupLine line, Instant now) throws IOException {
        var bases = line.allBases();
        var gone = 0;
        for (var base : bases) {
            if (!kept(bases, now).contains(base)) {
                gone += Files.deleteIfExists(base.file()) ? 1 : 0;
            }
        }
        var from = lead(bases, now);
        if (from != null) {
            for (var segment : line.segments()) {
                gone += before(segment, from) && Files.deleteIfExists(segment) ? 1 : 0;
            }
        }
        return gone + stale(line.bases(), now) + stale(line.journal(), now);
    }

    /** The newest base that is older than the days, and all after it; then the first of each month. */
    List<Base> kept(List<Base> bases, Instant now) {
        var lead = lead(bases, now);
        var kept = new ArrayList<Base>();
        var seen = new HashSet<YearMonth>();
        var oldest = month(now).minusMonths(months);
        for (var base : bases) {
            var first = !month(base.finished()).isBefore(oldest) && seen.add(month(base.finished()));
            var leads = lead == null || !base.finished().isBefore(lead.finished());
            if (leads || first) {
                kept.add(base);
            }
        }
        return kept;
    }

    private static YearMonth month(Instant moment) {
        return YearMonth.from(moment.atZone(Zone.ID));
    }

    private @Nullable Base lead(List<Base> bases, Instant now) {
        var edge = now.minus(Duration.ofDays(days));
        Base lead = null;
        for (var base : bases) {
            if (lead == null || !base.finished().isAfter(edge)) {
                lead = base;
            }
        }
        return lead;
    }

    private static boolean before(Path segment, Base base) {
        var name = BackupLine.segment(segment);
        return name.compareTo(base.from().segment(base.timeline())) < 0;
    }

    /** What a crash left half-written. */
    private static int stale(Path folder, Instant now) throws IOException {
        var gone = 0;
        for (var file : BackupLine.list(folder)) {
            var unfinished = file.getFileName().toString().startsWith(Durably.UNFINISHED);
            if (unfinished && Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(STALE))) {
                gone += Files.deleteIfExists(file) ? 1 : 0;
            }
        }
        return gone;
    }
}
