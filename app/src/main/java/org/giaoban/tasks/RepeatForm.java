package org.giaoban.tasks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.Uuid7;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;

/** A recurring order as typed. */
record RepeatForm(
        @Nullable UUID id,
        @Nullable UUID giver,
        @Nullable String text,
        @Nullable String basis,
        @Nullable List<UUID> units,
        @Nullable String post,
        @Nullable String product,
        @Nullable String measure,
        Recurrence.@Nullable Every every,
        Recurrence.@Nullable DueBy dueBy,
        @Nullable String number,
        @Nullable String from,
        @Nullable String until) {

    /** The period's name is put behind the title of each order. */
    private static final int LONGEST_TITLE = 400;

    private static final int LONGEST = 500;
    private static final int LONGEST_BASIS = 200;

    static RepeatForm empty() {
        return new RepeatForm(Uuid7.next(), null, null, null, null, null, null, null, null, null, null, null, null);
    }

    UUID root() {
        return Typed.root(id);
    }

    List<UnitId> chosen() {
        return Typed.units(units);
    }

    /** What is wrong with the fields by themselves, by field. */
    Map<String, String> errors() {
        var errors = new LinkedHashMap<String, String>();
        need(errors, "text", text, LONGEST_TITLE);
        need(errors, "measure", measure, LONGEST);
        need(errors, "product", product, LONGEST);
        Typed.tooLong(errors, "basis", basis, LONGEST_BASIS);
        if (chosen().isEmpty()) {
            errors.put("units", Texts.text("tasks.ask.unit"));
        }
        if (Typed.words(post) == null) {
            errors.put("post", Texts.text("tasks.recurring.error.post"));
        }
        if (number == null || !number.strip().matches("[1-9]|[12]\\d|3[01]")) {
            errors.put("number", Texts.text("tasks.recurring.error.number"));
        }
        var first = Typed.day(from);
        var last = Typed.day(until);
        if (first == null) {
            errors.put("from", Texts.text("tasks.give.error.due"));
        }
        if (last == null || (first != null && last.isBefore(first))) {
            errors.put("until", Texts.text("tasks.recurring.error.until"));
        }
        return errors;
    }

    private static void need(Map<String, String> errors, String field, @Nullable String typed, int longest) {
        var words = Typed.words(typed);
        if (words == null || words.length() > longest) {
            errors.put(field, Texts.text("tasks.recurring.error.words", longest));
        }
    }

    /** The row, of a form without {@link #errors}. */
    Recurrence recurrence(AccountId author) {
        return new Recurrence(
                root(),
                new Recurrence.Work(
                        new UnitId(Objects.requireNonNull(giver)),
                        Objects.requireNonNull(Typed.words(text)),
                        Typed.words(product),
                        Objects.requireNonNull(Typed.words(measure)),
                        Objects.requireNonNull(Typed.words(post)),
                        Typed.words(basis),
                        chosen()),
                new Recurrence.Rhythm(
                        every == null ? Recurrence.Every.MONTH : every,
                        dueBy == null ? Recurrence.DueBy.DAY : dueBy,
                        Integer.parseInt(Objects.requireNonNull(number).strip()),
                        Objects.requireNonNull(Typed.day(from)),
                        Objects.requireNonNull(Typed.day(until))),
                author,
                false);
    }
}
