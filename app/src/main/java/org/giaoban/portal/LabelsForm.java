package org.giaoban.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.platform.Texts;
import org.giaoban.platform.Zone;
import org.jspecify.annotations.Nullable;

/** What an editor typed around the text: where it is filed, who it is by, what is to be read with it, when it takes place. */
public record LabelsForm(
        @Nullable String kicker,
        @Nullable String place,
        @Nullable String topic,
        @Nullable String tags,
        @Nullable String bylineKind,
        @Nullable String related,
        @Nullable String eventFrom,
        @Nullable String eventUntil,
        @Nullable String eventPlace,
        @Nullable String firstOn) {

    static final LabelsForm EMPTY = new LabelsForm(null, null, null, null, null, null, null, null, null, null);

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final int MOST_TAGS = 12;
    private static final int LONGEST_TAG = 40;
    static final int MOST_RELATED = 10;
    private static final Map<String, Integer> LONGEST = Map.of("kicker", 80, "place", 60, "eventPlace", 200);
    private static final Pattern ADDRESS =
            Pattern.compile("(?:https?://[^/]+)?/tin/[a-z0-9-]+/([a-z0-9-]+)/?(?:[?#].*)?");

    static LabelsForm of(Version.Story story, List<String> addresses) {
        var labels = story.labels();
        return new LabelsForm(
                labels.kicker(),
                labels.place(),
                labels.topic(),
                String.join(", ", labels.tags()),
                story.credit().kind().key(),
                String.join("\n", addresses),
                local(story.event().from()),
                local(story.event().until()),
                story.event().place(),
                Objects.toString(story.credit().firstOn(), ""));
    }

    /** What stands in a field, empty when nothing was sent. */
    public String text(String field) {
        var typed = switch (field) {
            case "kicker" -> kicker;
            case "place" -> place;
            case "topic" -> topic;
            case "tags" -> tags;
            case "bylineKind" -> bylineKind;
            case "related" -> related;
            case "eventFrom" -> eventFrom;
            case "eventUntil" -> eventUntil;
            case "eventPlace" -> eventPlace;
            case "firstOn" -> firstOn;
            default -> null;
        };
        return VietnameseText.nfc(Objects.requireNonNullElse(typed, "").strip());
    }

    Map<String, String> errors(Map<String, String> topics, boolean event, LocalDate today) {
        var errors = new LinkedHashMap<String, String>();
        LONGEST.forEach((field, most) -> {
            if (text(field).length() > most) {
                errors.put(field, Texts.text("portal.form.too-long", most));
            }
        });
        if (!text("topic").isEmpty() && !topics.containsKey(text("topic"))) {
            errors.put("topic", Texts.text("portal.form.topic-unknown"));
        }
        if (words().size() > MOST_TAGS || words().stream().anyMatch(tag -> tag.length() > LONGEST_TAG)) {
            errors.put("tags", Texts.text("portal.form.tags-wrong", MOST_TAGS, LONGEST_TAG));
        }
        if (addresses().contains("") || addresses().size() > MOST_RELATED) {
            errors.put("related", Texts.text("portal.form.related-wrong", MOST_RELATED));
        }
        times(errors, event);
        var on = day(text("firstOn"));
        if (!text("firstOn").isEmpty() && (on == null || on.isBefore(EARLIEST) || on.isAfter(today))) {
            errors.put("firstOn", Texts.text("portal.form.first-on-wrong"));
        }
        return errors;
    }

    private void times(Map<String, String> errors, boolean event) {
        for (var field : List.of("eventFrom", "eventUntil")) {
            if (!text(field).isEmpty() && instant(text(field)) == null) {
                errors.put(field, Texts.text("portal.form.time-wrong"));
            }
        }
        var from = instant(text("eventFrom"));
        var until = instant(text("eventUntil"));
        if (event && from == null) {
            errors.putIfAbsent("eventFrom", Texts.text("portal.form.event-when"));
        }
        if (until != null && (from == null || until.isBefore(from))) {
            errors.putIfAbsent("eventUntil", Texts.text("portal.form.event-ends"));
        }
    }

    private List<String> words() {
        return Arrays.stream(text("tags").split(","))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
    }

    /** The last part of every address in turn; empty for what is no address of an article. */
    List<String> addresses() {
        return text("related")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> ADDRESS.matcher(line))
                .map(found -> found.matches() ? found.group(1) : "")
                .distinct()
                .toList();
    }

    Version.Story on(Version.Story story, List<UUID> chosen) {
        var heading = text("topic").isEmpty() ? null : text("topic");
        return story.first(day(text("firstOn")))
                .with(
                        kind(),
                        new Version.Labels(text("kicker"), text("place"), heading, words(), chosen),
                        new Version.Event(instant(text("eventFrom")), instant(text("eventUntil")), text("eventPlace")));
    }

    private Version.Credit.By kind() {
        return Arrays.stream(Version.Credit.By.values())
                .filter(each -> each.key().equals(text("bylineKind")))
                .findFirst()
                .orElse(Version.Credit.By.PERSON);
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return typed.isEmpty() ? null : LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** What a field for day and hour holds; null when it is none. */
    static @Nullable Instant instant(@Nullable String typed) {
        try {
            return typed == null || typed.isBlank()
                    ? null
                    : LocalDateTime.parse(typed.strip()).atZone(Zone.ID).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** As a field for day and hour takes it. */
    static String local(@Nullable Instant at) {
        return at == null
                ? ""
                : at.atZone(Zone.ID).toLocalDateTime().withSecond(0).withNano(0).toString();
    }
}
