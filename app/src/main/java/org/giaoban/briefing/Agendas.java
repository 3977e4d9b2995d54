package org.giaoban.briefing;

import static org.giaoban.platform.Texts.text;

import java.util.List;
import org.giaoban.meetings.MeetingReport.Item;

/** The agenda beside the board. */
final class Agendas {

    private Agendas() {}

    static BoardPage.Agenda of(Board board) {
        var report = board.conference().report();
        if (report == null) {
            return new BoardPage.Agenda("", "", List.of(), board.occasion().planning(), false);
        }
        return new BoardPage.Agenda(
                report.title(),
                text(
                        "briefing.agenda.time",
                        String.valueOf(report.plannedMinutes()),
                        String.valueOf(report.time().minutes())),
                report.agenda().stream().map(Agendas::item).toList(),
                report.id().href(),
                true);
    }

    private static BoardPage.Item item(Item item) {
        var minutes = text("briefing.agenda.minutes", String.valueOf(item.minutes()));
        var detail = item.carried()
                ? text("briefing.agenda.carried", minutes, String.valueOf(item.carriedCount()))
                : item.presenter() == null ? minutes : text("briefing.agenda.by", minutes, item.presenter());
        return new BoardPage.Item(item.position() + ". " + item.title(), detail);
    }
}
