package org.giaoban.personaldata;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.giaoban.kernel.Uuid7;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.platform.Texts;
import org.giaoban.platform.Zone;
import org.jspecify.annotations.Nullable;

/** A breach as first written down. */
public record BreachForm(String once, String unit, String title, String found, String happened, String kinds) {

    private static final int SHORT = 200;
    private static final int LONG = 500;
    private static final Duration LONGEST_AGO = Duration.ofDays(365);

    public BreachForm(
            @Nullable String once,
            @Nullable String unit,
            @Nullable String title,
            @Nullable String found,
            @Nullable String happened,
            @Nullable String kinds) {
        this.once = text(once);
        this.unit = text(unit);
        this.title = text(title);
        this.found = text(found);
        this.happened = text(happened);
        this.kinds = text(kinds);
    }

    static BreachForm empty(Instant now) {
        var minute = now.atZone(Zone.ID).toLocalDateTime().withSecond(0).withNano(0);
        return new BreachForm(Uuid7.next().toString(), "", "", minute.toString(), "", "");
    }

    UUID id() {
        try {
            return UUID.fromString(once);
        } catch (IllegalArgumentException made) {
            return Uuid7.next();
        }
    }

    @Nullable
    Instant foundAt() {
        try {
            return LocalDateTime.parse(found).atZone(Zone.ID).toInstant();
        } catch (DateTimeParseException notATime) {
            return null;
        }
    }

    /** Nobody finds out in the future, and nobody keeps it to himself for years. */
    Map<String, String> faults(Instant now) {
        var faults = new LinkedHashMap<String, String>();
        demand(faults, "title", title, SHORT);
        var at = foundAt();
        if (at == null || at.isAfter(now) || at.isBefore(now.minus(LONGEST_AGO))) {
            faults.put("found", Texts.text("personaldata.breach.fault.found"));
        }
        demand(faults, "happened", happened, Requests.LONGEST);
        demand(faults, "kinds", kinds, LONG);
        return faults;
    }

    private static void demand(Map<String, String> faults, String field, String value, int longest) {
        if (value.isEmpty() || value.length() > longest || value.indexOf('\0') >= 0) {
            faults.put(field, Texts.text("personaldata.fault.body", longest));
        }
    }

    private static String text(@Nullable String typed) {
        return VietnameseText.nfc(Objects.requireNonNullElse(typed, "")).strip();
    }
}
