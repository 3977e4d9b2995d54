package org.giaoban.disclosure;

import static org.giaoban.disclosure.Field.may;
import static org.giaoban.disclosure.Field.must;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.giaoban.disclosure.Field.Type;
import org.giaoban.platform.Texts;

/** What can be made public, and what is asked of each. */
enum Kind {
    PAPER(
            List.of(),
            must("sort", Type.CHOICE, 40),
            must("symbol", Type.LINE, 40),
            must("issuer", Type.LINE, 160),
            must("title", Type.AREA, 500),
            may("titleEn", Type.AREA, 500),
            must("onDay", Type.DAY, 10),
            may("effectOn", Type.DAY, 10),
            may("untilDay", Type.DAY, 10),
            must("file", Type.FILE, 0)),
    CONTACT(
            List.of(),
            must("mandate", Type.CHOICE, 40),
            may("phone", Type.LINE, 40),
            may("email", Type.LINE, 120),
            may("room", Type.LINE, 120),
            may("hours", Type.LINE, 160),
            may("hoursEn", Type.LINE, 160),
            may("position", Type.NUMBER, 3)),
    WORK(
            List.of("MEETING", "EVENT", "PLAN"),
            must("sort", Type.CHOICE, 10),
            must("title", Type.LINE, 300),
            may("titleEn", Type.LINE, 300),
            must("onDay", Type.DAY, 10),
            may("at", Type.TIME, 5),
            may("untilAt", Type.TIME, 5),
            may("untilDay", Type.DAY, 10),
            may("place", Type.LINE, 300),
            may("host", Type.LINE, 200),
            may("progress", Type.CHOICE, 10),
            may("result", Type.AREA, 2000),
            may("resultEn", Type.AREA, 2000),
            may("href", Type.LINK, 300)),
    SERIES(
            List.of(),
            must("indicator", Type.CHOICE, 40),
            must("step", Type.CHOICE, 20),
            must("onDay", Type.DAY, 10),
            must("untilDay", Type.DAY, 10),
            may("note", Type.AREA, 1000),
            may("noteEn", Type.AREA, 1000),
            may("position", Type.NUMBER, 3)),
    PAGE(
            List.of(),
            must("slug", Type.SLUG, 80),
            must("title", Type.LINE, 200),
            may("titleEn", Type.LINE, 200),
            must("body", Type.RICH, 100_000),
            may("bodyEn", Type.RICH, 100_000),
            may("position", Type.NUMBER, 3)),
    BANNER(
            List.of("BANNER", "LINK"),
            must("sort", Type.CHOICE, 10),
            may("box", Type.LINE, 80),
            may("boxEn", Type.LINE, 80),
            must("title", Type.LINE, 160),
            may("titleEn", Type.LINE, 160),
            may("note", Type.LINE, 200),
            may("noteEn", Type.LINE, 200),
            must("href", Type.LINK, 300),
            may("picture", Type.PICTURE, 36),
            may("alt", Type.LINE, 300),
            may("altEn", Type.LINE, 300),
            must("onDay", Type.DAY, 10),
            may("untilDay", Type.DAY, 10),
            may("position", Type.NUMBER, 3)),
    SITE(
            List.of(),
            must("body", Type.RICH, 20_000),
            may("bodyEn", Type.RICH, 20_000),
            may("address", Type.LINE, 200),
            may("phone", Type.LINE, 40),
            may("email", Type.LINE, 120),
            may("hours", Type.LINE, 160),
            may("hoursEn", Type.LINE, 160),
            may("position", Type.NUMBER, 3));

    /** How far work that was planned has come. */
    static final List<String> PROGRESS = List.of("PLANNED", "DOING", "DONE", "LATE", "CANCELLED");

    /** Of what stretch of time each figure of a series is. */
    static final List<String> STEPS = List.of("MONTH", "YEAR_TO_DATE", "QUARTER", "YEAR");

    private final List<String> sorts;
    private final List<Field> fields;

    Kind(List<String> sorts, Field... fields) {
        this.sorts = sorts;
        this.fields = List.of(fields);
    }

    List<String> sorts() {
        return sorts;
    }

    List<Field> fields() {
        return fields;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    String label() {
        return Texts.text("disclosure.kind." + key());
    }

    /** What whoever lets it out confirms. */
    String promise() {
        return Texts.text("disclosure.promise." + key());
    }

    static Map<String, String> choices() {
        var choices = new java.util.LinkedHashMap<String, String>();
        for (var kind : values()) {
            choices.put(kind.name(), kind.label());
        }
        return choices;
    }
}
