package org.giaoban.audit;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** The filters of the log's page, as they stand in its address. */
public record AuditQuery(
        String who,
        String act,
        String unit,
        String from,
        String to,
        String kind,
        @Nullable UUID object,
        @Nullable UUID before) {

    public AuditQuery(
            @Nullable String who,
            @Nullable String act,
            @Nullable String unit,
            @Nullable String from,
            @Nullable String to,
            @Nullable String kind,
            @Nullable UUID object,
            @Nullable UUID before) {
        this.who = text(who);
        this.act = text(act);
        this.unit = text(unit);
        this.from = text(from);
        this.to = text(to);
        this.kind = text(kind);
        this.object = object;
        this.before = before;
    }

    static AuditQuery of(ObjectRef object) {
        return new AuditQuery(null, null, null, null, null, object.kind(), object.id(), null);
    }

    @Nullable
    ObjectRef objectRef() {
        return object == null || kind.isEmpty() ? null : new ObjectRef(kind, object);
    }

    @Nullable
    LocalDate fromDay() {
        return day(from);
    }

    @Nullable
    LocalDate toDay() {
        return day(to);
    }

    /** This list's address under another path, going on after a line when one is given. */
    String address(String path, @Nullable String after) {
        var address = UriComponentsBuilder.fromPath(path)
                .queryParam("who", "{who}")
                .queryParam("act", "{act}")
                .queryParam("unit", "{unit}")
                .queryParam("from", "{from}")
                .queryParam("to", "{to}")
                .queryParam("kind", "{kind}")
                .queryParam("object", "{object}")
                .queryParam("before", "{before}")
                .encode()
                .buildAndExpand(who, act, unit, from, to, kind, object == null ? "" : object, text(after));
        return address.toUriString();
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "").strip();
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }
}
