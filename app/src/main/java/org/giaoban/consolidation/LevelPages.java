package org.giaoban.consolidation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.audit.Audit;
import org.giaoban.audit.AuditEntry;
import org.giaoban.consolidation.AsNow.Child;
import org.giaoban.indicators.Figures;
import org.giaoban.indicators.Indicator;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.organization.Unit;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lays out the page of a level's consolidated report: in work, or as it was sent with what differs from it now. */
@Service
@Transactional(readOnly = true)
class LevelPages {

    private final LevelRepository reports;
    private final SealRepository seals;
    private final AsNowReader present;
    private final DifferenceReader differences;
    private final Composing composing;
    private final Consolidating consolidating;
    private final Access access;
    private final Audit audit;

    LevelPages(
            LevelRepository reports,
            SealRepository seals,
            AsNowReader present,
            DifferenceReader differences,
            Composing composing,
            Consolidating consolidating,
            Access access,
            Audit audit) {
        this.reports = reports;
        this.seals = seals;
        this.present = present;
        this.differences = differences;
        this.composing = composing;
        this.consolidating = consolidating;
        this.access = access;
        this.audit = audit;
    }

    /** Everything the page shows. */
    public record Page(
            Head head,
            Rights rights,
            List<Line> lines,
            List<Difference> differences,
            String seen,
            List<Section> sections,
            List<Share> shares,
            List<Edition> editions,
            List<AuditEntry> history) {

        /** Figures, and lists of words, which are shown below them. */
        List<Line> figures() {
            return lines.stream().filter(line -> line.href() != null).toList();
        }

        List<Line> lists() {
            return lines.stream().filter(line -> line.href() == null).toList();
        }

        /** Something moved below, and every figure is what was sent or was decided on. */
        boolean quiet() {
            return head.stirred() && open() == 0 && rights.correct();
        }

        long open() {
            return differences.stream().filter(Difference::open).count();
        }

        String href(String act) {
            return head.href() + "/" + act;
        }
    }

    /** Title, state and the facts of the newest version. */
    public record Head(
            String href,
            String title,
            Target target,
            ReportState state,
            int version,
            String sent,
            String decided,
            @Nullable String comment,
            boolean stirred,
            SealRepository.@Nullable Head seal) {}

    /** What the viewer may do now. */
    public record Rights(boolean edit, boolean correct, boolean judge, boolean reopen) {}

    /**
     * One figure or list: as it was sent, or as it is while the report is in work.
     *
     * @param href the figure's passport; a list of words has none
     */
    public record Line(
            String code,
            String name,
            String measure,
            Said said,
            String heard,
            @Nullable String href,
            @Nullable Said saidNow,
            Difference.@Nullable Refusal refusal) {

        public String text() {
            return said.text();
        }

        public boolean missing() {
            return said.missing();
        }

        public @Nullable String now() {
            return saidNow == null ? null : saidNow.text();
        }
    }

    /** A part in words; {@code composed} is what the units below wrote. */
    public record Section(String code, String name, String text, String composed) {}

    /** Where a unit's share came from. */
    public record Share(String unit, String source, String stamp) {}

    /** A version in the list of versions. */
    public record Edition(
            String number,
            String when,
            String by,
            String why,
            @Nullable String note,
            String hash) {}

    Page of(Target target, Map<String, String> typed) {
        var row = reports.find(target);
        var sealed = row.flatMap(found -> seals.find(found.id(), found.version()));
        var now = present.of(target, sealed.map(one -> one.lines().keySet()).orElse(Set.of()));
        boolean open = row.map(ReportRow::open).orElse(true);
        var different =
                open || row.isEmpty() ? List.<Difference>of() : differences.of(row.get(), sealed.orElse(null), now);
        return new Page(
                head(target, row),
                rights(target.unit(), row),
                open ? lines(target, now) : lines(target, sealed.orElseThrow(), now, different),
                different,
                Hashes.seen(different),
                composing.sections(target, row, open ? Optional.empty() : sealed, typed),
                shares(open ? now.children() : sealed.orElseThrow().children()),
                row.map(this::editions).orElse(List.of()),
                row.map(found -> audit.history(found.ref())).orElse(List.of()));
    }

    private Head head(Target target, Optional<ReportRow> row) {
        return new Head(
                target.href(),
                Texts.text("consolidation.title-of", target.label()),
                target,
                row.map(ReportRow::state).orElse(ReportState.DRAFT),
                row.map(ReportRow::version).orElse(0),
                row.map(found -> act("consolidation.sent-by", found.sent())).orElse(""),
                row.map(found -> act("consolidation.decided-by", found.decided()))
                        .orElse(""),
                row.map(ReportRow::comment).orElse(null),
                row.map(ReportRow::stirredAt).isPresent(),
                row.flatMap(found -> seals.heads(found.id()).stream().findFirst())
                        .orElse(null));
    }

    private static String act(String key, ReportRow.Act act) {
        return act.at() == null ? "" : Texts.text(key, Formats.dateTime(act.at()), act.by() == null ? "" : act.by());
    }

    private Rights rights(Unit unit, Optional<ReportRow> row) {
        boolean enters = access.allows(Capability.REPORT_ENTER, unit.id());
        boolean judges = consolidating.judges(unit);
        var state = row.map(ReportRow::state).orElse(ReportState.DRAFT);
        return new Rights(
                enters && !state.stands(),
                enters && state.stands(),
                judges && state == ReportState.SUBMITTED,
                state.stands() && judges || enters && state == ReportState.SUBMITTED);
    }

    private static List<Line> lines(Target target, AsNow now) {
        return now.lines().values().stream()
                .map(line ->
                        line(target, line.indicator(), line.stated(), line.received() + "/" + line.expected(), null))
                .toList();
    }

    private static List<Line> lines(Target target, Sealed sealed, AsNow now, List<Difference> differences) {
        var different = differences.stream()
                .collect(Collectors.toMap(one -> one.indicator().code(), Function.identity()));
        var lines = new ArrayList<Line>();
        now.lines().values().forEach(line -> {
            var code = line.indicator().code();
            var sent = sealed.lines().get(code);
            if (sent != null || different.containsKey(code)) {
                lines.add(line(
                        target,
                        line.indicator(),
                        sealed.stated(code),
                        sent == null ? "" : sent.received() + "/" + sent.expected(),
                        different.get(code)));
            }
        });
        return lines;
    }

    private static Line line(
            Target target, Indicator indicator, Stated stated, String heard, @Nullable Difference difference) {
        return new Line(
                indicator.code(),
                indicator.name(),
                indicator.unitOfMeasure(),
                Said.of(indicator, stated),
                heard,
                indicator.type() == Indicator.Type.TEXT
                        ? null
                        : Figures.href(target.unit().code(), indicator.code(), target.period()),
                difference == null ? null : Said.of(indicator, difference.now()),
                difference == null ? null : difference.refusal());
    }

    private static List<Share> shares(List<Child> children) {
        return children.stream()
                .map(child -> new Share(
                        child.name(),
                        Texts.text("consolidation.source." + child.source().kind()),
                        child.source().stamp()))
                .toList();
    }

    private List<Edition> editions(ReportRow row) {
        return seals.heads(row.id()).stream()
                .map(head -> new Edition(
                        Texts.text("consolidation.version", head.number()),
                        Formats.dateTime(head.stamp().at()),
                        head.stamp().by(),
                        Texts.text("consolidation.why." + head.stamp().why()),
                        head.stamp().note(),
                        head.hash()))
                .toList();
    }

    /** The words of a form that was typed, by section. */
    static Map<String, String> typed(Target target, Map<String, String> parameters) {
        var typed = new LinkedHashMap<String, String>();
        Composing.sections(target).keySet().forEach(code -> {
            var text = parameters.get("s." + code);
            if (text != null) {
                typed.put(code, VietnameseText.nfc(text).strip());
            }
        });
        return typed;
    }
}
