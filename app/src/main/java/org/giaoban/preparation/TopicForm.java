package org.giaoban.preparation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.giaoban.kernel.UnitId;
import org.giaoban.meetings.ItemKind;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;

/** A proposal as typed; {@code topic} is the one that is changed. */
record TopicForm(
        @Nullable String unit,
        @Nullable String title,
        @Nullable String minutes,
        @Nullable String presenter,
        @Nullable String kind,
        @Nullable String outcome,
        @Nullable String topic,
        @Nullable String version) {

    static final TopicForm EMPTY = new TopicForm("", "", "", "", "", "", "", "");
    private static final String ID = "[0-9a-f-]{36}";

    static TopicForm of(Topic topic) {
        var content = topic.content();
        return new TopicForm(
                String.valueOf(topic.origin().unit()),
                content.title(),
                String.valueOf(content.minutes()),
                content.presenter(),
                content.kind().name(),
                content.outcome(),
                topic.id().toString(),
                String.valueOf(topic.version()));
    }

    static String value(@Nullable String field) {
        return field == null ? "" : field.strip();
    }

    /** Whether it changes a proposal that was sent. */
    boolean changes() {
        return value(topic).matches(ID);
    }

    UUID topicId() {
        return UUID.fromString(value(topic));
    }

    /** The version its author had before them; any other number means somebody was quicker. */
    int seen() {
        return value(version).matches("\\d{1,9}") ? Integer.parseInt(value(version)) : -1;
    }

    /** What is missing for the office to decide on it. */
    Map<String, String> errors(boolean paper) {
        var errors = new LinkedHashMap<String, String>();
        if (!value(unit).matches(ID)) {
            errors.put("unit", Texts.text("preparation.gap.unit"));
        }
        content().gaps().forEach(gap -> errors.put(code(gap), Texts.text("preparation.gap." + code(gap))));
        if (!paper) {
            errors.put("paper", Texts.text("preparation.gap.paper"));
        }
        return errors;
    }

    private static String code(Topic.Gap gap) {
        return gap.name().toLowerCase(java.util.Locale.ROOT);
    }

    UnitId unitId() {
        return new UnitId(UUID.fromString(value(unit)));
    }

    Topic.Content content() {
        var known = Stream.of(ItemKind.values()).anyMatch(one -> one.name().equals(value(kind)));
        return new Topic.Content(
                cut(value(title), 300),
                value(minutes).matches("\\d{1,3}") ? Integer.parseInt(value(minutes)) : 0,
                cut(value(presenter), 200),
                known ? ItemKind.valueOf(value(kind)) : ItemKind.REPORT,
                cut(value(outcome), 300));
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
