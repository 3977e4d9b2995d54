package org.giaoban.meetings;

import java.util.List;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Texts;
import org.giaoban.tasks.TaskLine;
import org.giaoban.tasks.TaskLine.Light;
import org.giaoban.tasks.TaskLine.Mark;

/** An order a meeting opened with, in the words of a paper: what, by when, and how each unit stood that has not done it. */
public record CarriedOrder(String title, String due, List<String> standing) {

    public CarriedOrder {
        standing = List.copyOf(standing);
    }

    static CarriedOrder of(TaskLine line) {
        return new CarriedOrder(
                line.title(),
                line.dueOn() == null ? "" : Formats.date(line.dueOn()),
                line.lights().stream()
                        .filter(light -> light.mark() != Mark.DONE && light.mark() != Mark.OFF)
                        .map(CarriedOrder::words)
                        .toList());
    }

    private static String words(Light light) {
        var key = "meetings.carried.mark." + light.mark().name().toLowerCase(java.util.Locale.ROOT);
        return Texts.text(Texts.VIETNAMESE, key, light.unitName(), light.daysLate());
    }
}
