package org.giaoban.evaluation;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.giaoban.audit.Audit;
import org.giaoban.audit.ObjectRef;
import org.giaoban.evaluation.Score.Side;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.meetings.HeldMeetings;
import org.giaoban.meetings.HeldMeetings.Held;
import org.giaoban.meetings.MeetingId;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Scores a meeting: the branch itself first, then the visiting superior, then the decision that nobody opens again. */
@Service
@Transactional
class Judging {

    private final ScoreRepository scores;
    private final ScoreSheetRepository sheetRows;
    private final Sheets sheets;
    private final Measuring measuring;
    private final HeldMeetings meetings;
    private final ScoreRights rights;
    private final Audit audit;
    private final CurrentViewer viewer;
    private final Clock clock;

    Judging(
            ScoreRepository scores,
            ScoreSheetRepository sheetRows,
            Sheets sheets,
            Measuring measuring,
            HeldMeetings meetings,
            ScoreRights rights,
            Audit audit,
            CurrentViewer viewer,
            Clock clock) {
        this.scores = scores;
        this.sheetRows = sheetRows;
        this.sheets = sheets;
        this.measuring = measuring;
        this.meetings = meetings;
        this.rights = rights;
        this.audit = audit;
        this.viewer = viewer;
        this.clock = clock;
    }

    /** A meeting, the sheet that judges it and what was given so far; nothing is written by looking. */
    record Case(
            Held meeting,
            Sheet sheet,
            @org.jspecify.annotations.Nullable Score score) {

        Score begun() {
            if (score == null) {
                throw new IllegalStateException("nobody has scored " + meeting.id());
            }
            return score;
        }
    }

    /** What one side sends. */
    record Sent(int version, List<Score.Point> points, String remark) {}

    /** What is decided: the points where the sides differ, what happened, and the grade with its reason. */
    record Verdict(int version, List<Score.Point> points, Collection<String> ticked, String grade, String reason) {}

    @Transactional(readOnly = true)
    Case open(MeetingId id) {
        var meeting = meetings.byId(List.of(id)).get(id);
        if (meeting == null || !rights.mayRead(meeting)) {
            throw new NotFound(id);
        }
        var score = scores.of(id);
        var sheet = score.map(Score::sheet)
                .flatMap(sheetRows::find)
                .or(() -> sheets.judging(meeting.unit(), meeting.kind(), meeting.day()))
                .orElseThrow(() -> new NotFound(id));
        return new Case(meeting, sheet, score.orElse(null));
    }

    /** As {@link #open}, for those who may score on this side. */
    @Transactional(readOnly = true)
    Case toScore(MeetingId id, Side side) {
        var judged = open(id);
        rights.demand(side, judged.meeting());
        return judged;
    }

    /** By which whoever sends says what they have seen. */
    @Transactional(readOnly = true)
    int version(MeetingId id) {
        return scores.of(id).map(Score::version).orElse(0);
    }

    /** What was measured: frozen when decided, fresh before. */
    @Transactional(readOnly = true)
    Map<Measure, Evidence> evidence(Case judged) {
        var score = judged.score();
        return score != null && score.decided() ? score.frozen() : measuring.of(judged.meeting());
    }

    /** Takes a side's points; the same form sent twice is taken once. */
    void give(MeetingId id, Side side, Sent sent) {
        var judged = toScore(id, side);
        var who = viewer.get();
        var score = begun(judged);
        if (!score.decided() && !scores.touch(score.id(), sent.version())) {
            score = scores.of(id).orElseThrow();
            if (score.says(side, who.name(), sent.points(), sent.remark())) {
                return;
            }
            throw new Refused("evaluation.refused.stale");
        }
        if (score.decided()) {
            throw new Refused("evaluation.refused.decided");
        }
        var other = side == Side.SELF ? Side.SUPERIOR : Side.SELF;
        if (scores.gaveFor(score.id(), other, who.account())) {
            throw new Refused("evaluation.refused.both-sides");
        }
        scores.points(score.id(), sent.points());
        scores.side(score.id(), new Score.Given(side, who.name(), clock.instant(), sent.remark()), who);
        trace("evaluation.scored", judged, Map.of("side", side.name()));
    }

    /** Decides once and for all; of two who decide at once the second is told, unless it is the same word of the same person. */
    void decide(MeetingId id, Verdict verdict) {
        var judged = toScore(id, Side.FINAL);
        if (!judged.meeting().closed()) {
            throw new Refused("evaluation.refused.running");
        }
        var score = begun(judged);
        if (score.decided() || !scores.touch(score.id(), verdict.version())) {
            score = scores.of(id).orElseThrow();
            var by = viewer.get().name();
            if (score.says(Side.FINAL, by, verdict.points(), verdict.reason()) && score.graded(verdict.grade())) {
                return;
            }
            throw new Refused(score.decided() ? "evaluation.refused.decided" : "evaluation.refused.stale");
        }
        close(judged, score, verdict);
    }

    private void close(Case judged, Score score, Verdict verdict) {
        var points = new HashMap<String, BigDecimal>();
        verdict.points().forEach(point -> points.put(point.line(), point.points()));
        var measured = evidence(judged);
        var result = Scoring.result(judged.sheet(), points, measured, verdict.ticked());
        if (!result.complete()) {
            throw new Refused("evaluation.refused.incomplete", result.missing());
        }
        var grade = verdict.grade().isEmpty() ? result.grade() : verdict.grade();
        if (!grade.equals(result.grade()) && verdict.reason().isBlank()) {
            throw new Refused("evaluation.refused.grade-reason");
        }
        scores.points(score.id(), verdict.points());
        var decision = new Score.Decision(
                result.total(),
                result.grade(),
                grade,
                verdict.reason(),
                viewer.get().name(),
                clock.instant());
        scores.decide(score.id(), decision, measured.values(), verdict.ticked());
        trace("evaluation.decided", judged, Map.of("total", result.total().toPlainString(), "grade", grade));
    }

    private Score begun(Case judged) {
        var meeting = judged.meeting();
        return scores.begin(
                new Score.Judged(meeting.id(), meeting.unit(), meeting.kind(), meeting.day()),
                judged.sheet().id());
    }

    private void trace(String act, Case judged, Map<String, String> details) {
        audit.record(act, object(judged.meeting().id()), judged.meeting().unit(), details);
    }

    static ObjectRef object(MeetingId meeting) {
        return new ObjectRef("score", meeting.value());
    }
}
