package org.giaoban.consolidation;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.consolidation.ReportRow.Act;
import org.giaoban.consolidation.Sealed.Stamp;
import org.giaoban.consolidation.Sealed.Why;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.organization.Unit;
import org.giaoban.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is done with a level's report. Every deed holds its row, so two officers decide one after the other. */
@Service
@Transactional
class Consolidating {

    static final int LONGEST_TEXT = 40_000;
    private static final int LONGEST = 2_000;

    private final LevelRepository reports;
    private final SealRepository seals;
    private final AsNowReader present;
    private final DifferenceReader differences;
    private final Sealing sealing;
    private final LevelTrace trace;
    private final TreeMarks marks;
    private final Access access;
    private final Clock clock;

    Consolidating(
            LevelRepository reports,
            SealRepository seals,
            AsNowReader present,
            DifferenceReader differences,
            Sealing sealing,
            LevelTrace trace,
            TreeMarks marks,
            Access access,
            Clock clock) {
        this.reports = reports;
        this.seals = seals;
        this.present = present;
        this.differences = differences;
        this.sealing = sealing;
        this.trace = trace;
        this.marks = marks;
        this.access = access;
        this.clock = clock;
    }

    /** Whoever decides names the version and the present figures the page showed. */
    record Seen(int version, String hash) {}

    void keep(Target target, Map<String, String> texts) {
        access.require(Capability.REPORT_ENTER, target.unit().id());
        var row = reports.lock(target);
        if (!row.open()) {
            throw new Refused("consolidation.refused.sent");
        }
        reports.keep(row.id(), texts);
    }

    /** Draws the report up from what stands now, freezes it and sends it to the level above. */
    void send(Target target, Map<String, String> texts, int version) {
        access.require(Capability.REPORT_ENTER, target.unit().id());
        var row = reports.lock(target);
        fresh(row, version);
        var sent = row.sent(now());
        reports.keep(row.id(), texts);
        reports.update(sent);
        mark(sent);
        var now = present.of(target, List.of());
        var stamp = stamp(Why.SENT, null);
        var all = new HashMap<>(reports.texts(row.id()));
        sealing.seal(sent, before(row), now, new Sealing.Wording(stamp, all));
        trace.sent(sent, target, "consolidation.sent");
    }

    /** Takes corrections below into a new version and sends it up again; the others stay as they were printed. */
    void takeIn(Target target, Collection<String> chosen, Seen seen, String note) {
        access.require(Capability.REPORT_ENTER, target.unit().id());
        var row = reports.lock(target);
        fresh(row, seen.version());
        var before = sealed(row);
        var now = present.of(target, before.lines().keySet());
        var open = chosen(differences.of(row, before, now), chosen, seen);
        var corrected = row.corrected(now());
        reports.update(corrected);
        mark(corrected);
        sealing.takeIn(corrected, before, now, open, stamp(Why.TAKEN_IN, note.isBlank() ? null : said(note)));
        trace.sent(corrected, target, "consolidation.taken-in");
    }

    /** The printed figures stay, and the reason stands beside them. A later correction asks anew. */
    void refuse(Target target, Collection<String> chosen, Seen seen, String reason) {
        access.require(Capability.REPORT_ENTER, target.unit().id());
        var why = said(reason);
        var row = reports.lock(target);
        fresh(row, seen.version());
        if (row.open()) {
            throw new Refused("consolidation.refused.open");
        }
        var sealed = sealed(row);
        var now = present.of(target, sealed.lines().keySet());
        var all = differences.of(row, sealed, now);
        var refused = chosen(all, chosen, seen);
        var refusal = new Difference.Refusal(why, moment(), trace.by());
        seals.refuse(
                row.id(),
                row.version(),
                refused.stream()
                        .map(one -> new SealRepository.Refused(
                                one.indicator().code(), one.now().key(), one.nowText(), refusal))
                        .toList(),
                trace.account());
        var left = all.stream().filter(Difference::open).count() - refused.size();
        if (left == 0) {
            reports.update(row.settled());
        }
        trace.refused(row, refused, why);
    }

    /** Something moved below and no figure is another one: somebody has looked. */
    void settle(Target target, Seen seen) {
        access.require(Capability.REPORT_ENTER, target.unit().id());
        var row = reports.lock(target);
        fresh(row, seen.version());
        var sealed = sealed(row);
        var now = present.of(target, sealed.lines().keySet());
        if (differences.of(row, sealed, now).stream().anyMatch(Difference::open)) {
            throw new Refused("consolidation.refused.moved");
        }
        reports.update(row.settled());
    }

    void accept(Target target, int seen) {
        decide(target, seen, "consolidation.accepted", row -> row.accepted(now()));
    }

    void giveBack(Target target, int seen, String comment) {
        var why = said(comment);
        decide(target, seen, "consolidation.returned", row -> row.returned(now(), why));
    }

    /** The level above opens what was sent; the level itself may, as long as nobody accepted it. */
    void reopen(Target target, String reason) {
        var why = said(reason);
        var row = reports.lock(target);
        boolean own = row.state() == ReportState.SUBMITTED
                && access.allows(Capability.REPORT_ENTER, target.unit().id());
        if (!own) {
            mayJudge(target.unit());
        }
        var opened = row.reopened(now(), why);
        reports.update(opened);
        trace.decided(opened, target, "consolidation.reopened");
    }

    /** What it was drawn up by: when this tree becomes another one, the figures may move although nothing is sent. */
    private void mark(ReportRow row) {
        reports.mark(row.id(), marks.of(row.unit(), row.period().lastDay()));
    }

    private void decide(Target target, int seen, String act, UnaryOperator<ReportRow> decision) {
        mayJudge(target.unit());
        var decided = decision.apply(reports.lock(target));
        fresh(decided, seen);
        reports.update(decided);
        trace.decided(decided, target, act);
    }

    /** The level above judges; nobody judges what stands at the top. */
    boolean judges(Unit unit) {
        return unit.parent() != null && access.allows(Capability.REPORT_ACCEPT, unit.parent());
    }

    private void mayJudge(Unit unit) {
        access.require(Capability.REPORT_ACCEPT, unit.id());
        if (!judges(unit)) {
            throw new Refused("consolidation.refused.above");
        }
    }

    private static void fresh(ReportRow row, int version) {
        if (row.version() != version) {
            throw new Refused("consolidation.refused.stale");
        }
    }

    private static List<Difference> chosen(List<Difference> all, Collection<String> codes, Seen seen) {
        if (!Hashes.seen(all).equals(seen.hash())) {
            throw new Refused("consolidation.refused.moved");
        }
        var wanted = Set.copyOf(codes);
        var chosen = all.stream()
                .filter(Difference::open)
                .filter(one -> wanted.contains(one.indicator().code()))
                .toList();
        if (chosen.isEmpty()) {
            throw new Refused("consolidation.refused.none-chosen");
        }
        return chosen;
    }

    private Sealed sealed(ReportRow row) {
        return seals.find(row.id(), row.version()).orElseThrow(() -> new Refused("consolidation.refused.never-sent"));
    }

    private @Nullable Sealed before(ReportRow row) {
        return seals.find(row.id(), row.version()).orElse(null);
    }

    private Stamp stamp(Why why, @Nullable String note) {
        return new Stamp(moment(), trace.account(), trace.by(), why, note);
    }

    private Act now() {
        return new Act(moment(), trace.by());
    }

    private Instant moment() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static String said(String typed) {
        var text = VietnameseText.nfc(typed).strip();
        if (text.isEmpty() || text.length() > LONGEST || text.indexOf('\0') >= 0) {
            throw new Refused("consolidation.refused.no-reason");
        }
        return text;
    }
}
