package org.giaoban.evaluation;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.giaoban.evaluation.Score.Side;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.DateRange;
import org.giaoban.meetings.HeldMeetings;
import org.giaoban.meetings.HeldMeetings.Held;
import org.giaoban.organization.Organization;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Story;
import org.giaoban.platform.StoryPart;
import org.giaoban.platform.Zone;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Enters the scores of a story's {@code scores.csv} as they were given after each meeting; what is measured is measured. */
@Component
class EvaluationStory implements StoryPart {

    private static final int AFTER_PROCEEDINGS = 85;
    private static final Duration NEXT_WEEK = Duration.ofDays(6);

    private final ScoreRepository scores;
    private final Sheets sheets;
    private final Measuring measuring;
    private final HeldMeetings meetings;
    private final Organization organization;
    private final Accounts accounts;

    EvaluationStory(
            ScoreRepository scores,
            Sheets sheets,
            Measuring measuring,
            HeldMeetings meetings,
            Organization organization,
            Accounts accounts) {
        this.scores = scores;
        this.sheets = sheets;
        this.measuring = measuring;
        this.meetings = meetings;
        this.organization = organization;
        this.accounts = accounts;
    }

    @Override
    public int order() {
        return AFTER_PROCEEDINGS;
    }

    @Override
    @Transactional
    public void load(Story story) {
        for (var row : story.csv("scores.csv")) {
            var meeting = meeting(row);
            if (scores.of(meeting.id()).isEmpty()) {
                enter(row, meeting);
            }
        }
    }

    private Held meeting(Map<String, String> row) {
        var at = LocalDateTime.parse(cell(row, "starts"));
        var unit = organization.idOf(cell(row, "unit_code"));
        return meetings.of(List.of(unit), null, DateRange.ofDays(at.toLocalDate(), at.toLocalDate())).stream()
                .filter(held -> held.openedAt().equals(at.atZone(Zone.ID).toInstant()))
                .findFirst()
                .orElseThrow(() -> new NotFound(cell(row, "starts")));
    }

    private void enter(Map<String, String> row, Held meeting) {
        var sheet = sheets.judging(meeting.unit(), meeting.kind(), meeting.day())
                .orElseThrow(() -> new NotFound(meeting.kind()));
        var score =
                scores.begin(new Score.Judged(meeting.id(), meeting.unit(), meeting.kind(), meeting.day()), sheet.id());
        give(row, meeting, score, Side.SELF);
        if (!cell(row, "superior_by").isEmpty()) {
            give(row, meeting, score, Side.SUPERIOR);
        }
        if (!cell(row, "decided_by").isEmpty()) {
            decide(row, meeting, sheet, score);
        }
    }

    private void give(Map<String, String> row, Held meeting, Score score, Side side) {
        var name = side == Side.SELF ? "self" : "superior";
        var who = viewer(cell(row, name + "_by"));
        var end = meeting.endedAt() == null ? meeting.openedAt() : meeting.endedAt();
        scores.points(score.id(), points(row, name, side));
        scores.side(score.id(), new Score.Given(side, who.name(), end, cell(row, "remark_" + name)), who);
    }

    private void decide(Map<String, String> row, Held meeting, Sheet sheet, Score score) {
        var points = points(row, "final", Side.FINAL);
        var byHand = new HashMap<String, BigDecimal>();
        points.forEach(point -> byHand.put(point.line(), point.points()));
        var ticked = list(cell(row, "vetoes"));
        var measured = measuring.of(meeting);
        var result = Scoring.result(sheet, byHand, measured, ticked);
        var grade = cell(row, "grade");
        scores.points(score.id(), points);
        scores.decide(
                score.id(),
                new Score.Decision(
                        result.total(),
                        result.grade(),
                        grade.isEmpty() ? result.grade() : grade,
                        cell(row, "reason"),
                        viewer(cell(row, "decided_by")).name(),
                        meeting.openedAt().plus(NEXT_WEEK)),
                measured.values(),
                ticked);
    }

    private static List<Score.Point> points(Map<String, String> row, String column, Side side) {
        var notes = pairs(cell(row, "notes"));
        var points = new ArrayList<Score.Point>();
        pairs(cell(row, column))
                .forEach((line, given) -> points.add(new Score.Point(
                        line, side, new BigDecimal(given), side == Side.SELF ? "" : notes.getOrDefault(line, ""))));
        return points;
    }

    private static Map<String, String> pairs(String written) {
        var pairs = new LinkedHashMap<String, String>();
        list(written).forEach(pair -> {
            var colon = pair.indexOf(':');
            pairs.put(pair.substring(0, colon), pair.substring(colon + 1));
        });
        return pairs;
    }

    private static List<String> list(String written) {
        return written.isEmpty() ? List.of() : Arrays.asList(written.split(";"));
    }

    private Viewer viewer(String login) {
        return accounts.byLogin(login)
                .map(account -> new Viewer(
                        account, null, login, accounts.names(List.of(account)).getOrDefault(account, login)))
                .orElseThrow(() -> new NotFound(login));
    }

    private static String cell(Map<String, String> row, String name) {
        return row.getOrDefault(name, "").strip();
    }
}
