package org.giaoban.briefing;

import static org.giaoban.platform.Texts.text;

import java.util.List;
import org.giaoban.platform.Formats;
import org.giaoban.reporting.Severity;
import org.giaoban.reporting.UnitProgress;

/** The five steps of a briefing: collect, compare, meet, conclude, publish. */
final class Cycle {

    private Cycle() {}

    static List<BoardPage.Step> of(Board board) {
        return List.of(collect(board), compare(board), meet(board), conclude(board), publish(board));
    }

    /** How many findings still ask for something. */
    static long open(Board board) {
        return board.findings().stream()
                .filter(finding -> finding.severity() != Severity.NOTE)
                .count();
    }

    private static BoardPage.Step collect(Board board) {
        var due = board.progress().stream().map(UnitProgress::dueOn).max(java.time.LocalDate::compareTo);
        if (due.isEmpty()) {
            return step("ahead", "briefing.step.collect", text("briefing.step.nobody"));
        }
        var missing = board.missing().size();
        var late = board.around().today().isAfter(due.get());
        var detail = text(
                "briefing.step.collected",
                String.valueOf(board.progress().size() - missing),
                String.valueOf(board.progress().size()),
                Formats.date(due.get()));
        return step(missing == 0 ? "done" : late ? "late" : "now", "briefing.step.collect", detail);
    }

    private static BoardPage.Step compare(Board board) {
        var open = open(board);
        if (board.progress().stream().noneMatch(unit -> unit.state().received())) {
            return step("ahead", "briefing.step.compare", text("briefing.step.none"));
        }
        return open == 0
                ? step("done", "briefing.step.compare", text("briefing.step.agree"))
                : step(
                        board.conference().held() ? "late" : "now",
                        "briefing.step.compare",
                        text("briefing.step.warnings", String.valueOf(open)));
    }

    private static BoardPage.Step meet(Board board) {
        var line = board.conference().line();
        if (line == null) {
            return step("ahead", "briefing.step.meet", text("briefing.step.unplanned"));
        }
        var when = Formats.dateTime(line.startsAt());
        if (board.conference().held()) {
            return step("done", "briefing.step.meet", when);
        }
        return step(board.conference().running() ? "now" : "ahead", "briefing.step.meet", when);
    }

    private static BoardPage.Step conclude(Board board) {
        var outcomes = board.conference().outcomes();
        if (outcomes == 0) {
            return step("ahead", "briefing.step.conclude", text("briefing.step.none"));
        }
        return step(
                board.conference().held() ? "done" : "now",
                "briefing.step.conclude",
                text("briefing.step.outcomes", String.valueOf(outcomes)));
    }

    private static BoardPage.Step publish(Board board) {
        var papers = board.conference().papers();
        return papers.isEmpty()
                ? step(
                        board.conference().held() ? "now" : "ahead",
                        "briefing.step.publish",
                        text("briefing.step.papers"))
                : step("done", "briefing.step.publish", papers.getFirst().symbol());
    }

    private static BoardPage.Step step(String kind, String titleKey, String detail) {
        var icon = switch (kind) {
            case "done" -> "check";
            case "late" -> "alert-circle";
            case "now" -> "arrow-right";
            default -> "point";
        };
        return new BoardPage.Step(kind, icon, text(titleKey), detail);
    }
}
