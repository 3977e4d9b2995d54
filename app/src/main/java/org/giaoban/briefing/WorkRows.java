package org.giaoban.briefing;

import static org.giaoban.platform.Texts.text;

import java.util.List;
import java.util.stream.Collectors;
import org.giaoban.platform.Formats;
import org.giaoban.tasks.TaskLine;
import org.giaoban.tasks.TaskLine.Light;
import org.giaoban.tasks.TaskWords;

/** What earlier meetings ordered and is not done. */
final class WorkRows {

    private static final int MOST = 10;

    private WorkRows() {}

    static List<BoardPage.WorkRow> of(Board board) {
        return board.conference().earlier().unfinished().stream()
                .limit(MOST)
                .map(line -> row(board, line))
                .toList();
    }

    private static BoardPage.WorkRow row(Board board, TaskLine line) {
        var units = line.lights().size();
        var source = line.source().label();
        return new BoardPage.WorkRow(
                line,
                units > 1 ? text("briefing.work.several", source, String.valueOf(units)) : source,
                units > 1
                        ? ""
                        : line.lights().stream()
                                .map(light -> name(board, light))
                                .collect(Collectors.joining(", ")),
                Formats.date(line.dueOn()),
                TaskWords.tone(line),
                TaskWords.standing(line));
    }

    private static String name(Board board, Light light) {
        var unit = light.unit();
        return unit == null ? light.unitName() : board.around().names().getOrDefault(unit, light.unitName());
    }
}
