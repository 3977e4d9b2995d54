package org.giaoban.tasks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.Uuid7;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;

/**
 * An order as typed.
 *
 * @param id made when the form was shown: whoever sends the form twice gives one order
 */
record GiveForm(
        @Nullable UUID id,
        @Nullable UUID giver,
        @Nullable String text,
        @Nullable String basis,
        @Nullable List<UUID> units,
        @Nullable String person,
        @Nullable String post,
        @Nullable String due,
        @Nullable String measure,
        @Nullable String noUnit,
        @Nullable String noPerson,
        @Nullable String noDate,
        @Nullable String noMeasure) {

    private static final int LONGEST = 500;
    private static final int LONGEST_REASON = 300;
    private static final int LONGEST_BASIS = 200;

    static GiveForm empty() {
        return new GiveForm(Uuid7.next(), null, null, null, null, null, null, null, null, null, null, null, null);
    }

    UUID root() {
        return Typed.root(id);
    }

    List<UnitId> chosen() {
        return Typed.units(units);
    }

    Order.Reasons reasons() {
        return new Order.Reasons(
                Typed.words(noUnit), Typed.words(noPerson), Typed.words(noDate), Typed.words(noMeasure));
    }

    /** What is wrong with the fields by themselves, and what is left open, by field. */
    Map<String, String> errors() {
        var errors = new LinkedHashMap<String, String>();
        var words = Typed.words(text);
        if (words == null || words.length() > LONGEST) {
            errors.put("text", Texts.text("tasks.give.error.text"));
        }
        Typed.tooLong(errors, "basis", basis, LONGEST_BASIS);
        Typed.tooLong(errors, "measure", measure, LONGEST);
        Map.of(
                        "noUnit",
                        Typed.value(noUnit),
                        "noPerson",
                        Typed.value(noPerson),
                        "noDate",
                        Typed.value(noDate),
                        "noMeasure",
                        Typed.value(noMeasure))
                .forEach((field, typed) -> Typed.tooLong(errors, field, typed, LONGEST_REASON));
        if (Typed.words(due) != null && Typed.day(due) == null) {
            errors.put("due", Texts.text("tasks.give.error.due"));
        }
        var answerable = Typed.words(post) != null || Typed.words(person) != null;
        Order.gaps(chosen(), answerable, Typed.day(due), Typed.words(measure), reasons())
                .forEach(gap -> errors.putIfAbsent(gap.field(), gap.question()));
        return errors;
    }

    Map<String, String> typed() {
        return Map.of(
                "post", Typed.value(post),
                "person", Typed.value(person),
                "due", Typed.value(due),
                "measure", Typed.value(measure),
                "noUnit", Typed.value(noUnit),
                "noPerson", Typed.value(noPerson),
                "noDate", Typed.value(noDate),
                "noMeasure", Typed.value(noMeasure));
    }

    Set<UnitId> chosenSet() {
        return Set.copyOf(chosen());
    }
}
