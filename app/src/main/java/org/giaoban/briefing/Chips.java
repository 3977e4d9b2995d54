package org.giaoban.briefing;

import static org.giaoban.platform.Texts.text;

import java.util.List;
import org.giaoban.reporting.UnitProgress;

/** Who reported and who did not. */
final class Chips {

    private Chips() {}

    static List<BoardPage.Chip> of(Board board) {
        return board.progress().stream().map(unit -> chip(board, unit)).toList();
    }

    static String word(UnitProgress unit) {
        return switch (unit.state()) {
            case ACCEPTED ->
                unit.daysLate() > 0 ? late("briefing.unit.accepted-late", unit) : text("briefing.unit.accepted");
            case SUBMITTED -> unit.daysLate() > 0 ? late("briefing.unit.sent-late", unit) : text("briefing.unit.sent");
            case RETURNED -> text("briefing.unit.returned");
            case DRAFT, MISSING ->
                unit.daysLate() > 0 ? late("briefing.unit.missing-late", unit) : text("briefing.unit.missing");
        };
    }

    private static BoardPage.Chip chip(Board board, UnitProgress unit) {
        var kind = kind(unit);
        var icon = kind.equals("late") ? "alert-circle" : kind.equals("waiting") ? "clock" : "check";
        return new BoardPage.Chip(board.shortName(unit), word(unit), kind, icon, unit.href());
    }

    private static String kind(UnitProgress unit) {
        return switch (unit.state()) {
            case ACCEPTED -> "done";
            case SUBMITTED -> "info";
            case RETURNED -> "waiting";
            case DRAFT, MISSING -> unit.daysLate() > 0 ? "late" : "waiting";
        };
    }

    private static String late(String key, UnitProgress unit) {
        return text(key, unit.daysLate());
    }
}
