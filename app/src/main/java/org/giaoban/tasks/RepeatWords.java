package org.giaoban.tasks;

import java.util.Locale;
import org.giaoban.platform.Texts;

/** How a recurring order is put into words. */
final class RepeatWords {

    private RepeatWords() {}

    /** What its orders come from: the basis that was named, or the row itself. */
    static String label(Recurrence row) {
        var basis = row.work().basis();
        return basis == null
                ? Texts.text(
                        Texts.VIETNAMESE,
                        "tasks.recurring.source." + code(row.rhythm().every()))
                : basis;
    }

    /** Every month, by the fifth working day. */
    static String rhythm(Recurrence row) {
        var rhythm = row.rhythm();
        return Texts.text("tasks.recurring.every." + code(rhythm.every())) + ", "
                + Texts.text("tasks.recurring.due." + code(rhythm.dueBy()), String.valueOf(rhythm.number()));
    }

    static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
