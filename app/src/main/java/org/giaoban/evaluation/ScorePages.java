package org.giaoban.evaluation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.giaoban.audit.Audit;
import org.giaoban.audit.AuditEntry;
import org.giaoban.evaluation.Judging.Case;
import org.giaoban.evaluation.Score.Side;
import org.giaoban.evaluation.Scoring.Scored;
import org.giaoban.meetings.MeetingId;
import org.giaoban.organization.Organization;
import org.giaoban.organization.Unit;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Builds the page of one meeting's score. */
@Service
@Transactional(readOnly = true)
class ScorePages {

    private final Judging judging;
    private final ScoreRights rights;
    private final Organization organization;
    private final Audit audit;

    ScorePages(Judging judging, ScoreRights rights, Organization organization, Audit audit) {
        this.judging = judging;
        this.rights = rights;
        this.organization = organization;
        this.audit = audit;
    }

    /** The sheet as filled so far. */
    public record Page(
            Case judged,
            Unit unit,
            List<Heading> sections,
            Totals totals,
            Scoring.Result result,
            String next,
            Desk desk,
            List<AuditEntry> history) {

        String base() {
            return "/evaluations/meetings/" + judged.meeting().id().value();
        }

        @Nullable
        Score score() {
            return judged.score();
        }

        Score.@Nullable Decision decision() {
            var score = judged.score();
            return score == null ? null : score.decision();
        }

        String gradeName(String grade) {
            return judged.sheet().name(grade, Texts.language());
        }
    }

    /** A section with its lines. */
    public record Heading(Sheet.Section section, List<Row> rows) {}

    /** A line with what each side gave and how it came about. */
    public record Row(
            Scored scored,
            String explained,
            Score.@Nullable Point self,
            Score.@Nullable Point superior,
            Score.@Nullable Point decided) {

        boolean differs() {
            return self != null && superior != null && self.points().compareTo(superior.points()) != 0;
        }
    }

    /** The sums of the sides; absent while a side has not scored. */
    public record Totals(
            @Nullable BigDecimal self,
            @Nullable BigDecimal superior,
            @Nullable BigDecimal decided) {}

    /** What the viewer may do, and what was typed and is wrong. */
    public record Desk(
            boolean self,
            boolean superior,
            boolean decide,
            @Nullable Side typed,
            ScoreForm form,
            Map<String, String> errors) {}

    Page page(MeetingId id, @Nullable Side typed, @Nullable ScoreForm form, Map<String, String> errors) {
        var judged = judging.open(id);
        var score = judged.score();
        var measured = judging.evidence(judged);
        var result = Scoring.result(judged.sheet(), best(score), measured, score == null ? List.of() : score.vetoes());
        var meeting = judged.meeting();
        return new Page(
                judged,
                organization
                        .find(meeting.unit(), meeting.day())
                        .orElseGet(() -> organization.versions(meeting.unit()).getLast()),
                sections(judged.sheet(), score, result),
                new Totals(
                        total(judged.sheet(), score, Side.SELF, measured),
                        total(judged.sheet(), score, Side.SUPERIOR, measured),
                        score == null || score.decision() == null
                                ? null
                                : score.decision().total()),
                result,
                result.complete() ? ScoreWords.next(judged.sheet(), result) : "",
                desk(judged, typed, form, errors),
                audit.history(Judging.object(id)));
    }

    /** The last word on each line so far: decided, else the superior's, else the branch's own. */
    private static Map<String, BigDecimal> best(@Nullable Score score) {
        var points = new HashMap<String, BigDecimal>();
        if (score != null) {
            points.putAll(score.numbers(Side.SELF));
            points.putAll(score.numbers(Side.SUPERIOR));
            points.putAll(score.numbers(Side.FINAL));
        }
        return points;
    }

    private static @Nullable BigDecimal total(
            Sheet sheet, @Nullable Score score, Side side, Map<Measure, Evidence> measured) {
        if (score == null || score.by(side).isEmpty()) {
            return null;
        }
        return Scoring.result(sheet, score.numbers(side), measured, List.of()).total();
    }

    private static List<Heading> sections(Sheet sheet, @Nullable Score score, Scoring.Result result) {
        var scored = new HashMap<String, Scored>();
        result.lines().forEach(line -> scored.put(line.line().code(), line));
        var sides = new HashMap<Side, Map<String, Score.Point>>();
        for (var side : Side.values()) {
            sides.put(side, score == null ? Map.of() : score.of(side));
        }
        var headings = new ArrayList<Heading>();
        for (var section : sheet.body().sections()) {
            var rows = new ArrayList<Row>();
            for (var line : section.lines()) {
                var one = scored.getOrDefault(line.code(), new Scored(line, null, null, null));
                rows.add(new Row(
                        one,
                        ScoreWords.explain(one),
                        point(sides, Side.SELF, line.code()),
                        point(sides, Side.SUPERIOR, line.code()),
                        point(sides, Side.FINAL, line.code())));
            }
            headings.add(new Heading(section, rows));
        }
        return headings;
    }

    private static Score.@Nullable Point point(Map<Side, Map<String, Score.Point>> sides, Side side, String line) {
        return sides.getOrDefault(side, Map.of()).get(line);
    }

    private Desk desk(Case judged, @Nullable Side typed, @Nullable ScoreForm form, Map<String, String> errors) {
        var score = judged.score();
        var open = score == null || !score.decided();
        return new Desk(
                open && rights.mayScore(Side.SELF, judged.meeting()),
                open && rights.mayScore(Side.SUPERIOR, judged.meeting()),
                open && score != null && judged.meeting().closed() && rights.mayScore(Side.FINAL, judged.meeting()),
                typed,
                form == null ? ScoreForm.of(judged.sheet(), Map.of(), "", 0) : form,
                errors);
    }
}
