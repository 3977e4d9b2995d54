package org.giaoban.meetings;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.Texts;
import org.giaoban.platform.Zone;
import org.jspecify.annotations.Nullable;

/** The plan of a meeting as typed. */
record PlanForm(
        @Nullable String unit,
        @Nullable String kind,
        @Nullable String title,
        @Nullable String period,
        @Nullable String date,
        @Nullable String time,
        @Nullable String minutes,
        @Nullable String place,
        @Nullable String chair,
        @Nullable List<String> invited,
        @Nullable String link,
        @Nullable String proposals) {

    static PlanForm of(UnitId unit, Meeting.Plan plan) {
        var at = plan.startsAt().atZone(Zone.ID);
        return new PlanForm(
                unit.toString(),
                plan.kind(),
                plan.title(),
                plan.period() == null ? "" : plan.period().code(),
                at.toLocalDate().toString(),
                at.toLocalTime().toString(),
                String.valueOf(plan.minutes()),
                plan.place(),
                plan.chair() == null ? "" : plan.chair().toString(),
                List.of(),
                plan.way().link(),
                written(plan.way().proposalsUntil()));
    }

    private static String written(@Nullable Instant moment) {
        return moment == null ? "" : moment.atZone(Zone.ID).toLocalDateTime().toString();
    }

    String value(@Nullable String field) {
        return field == null ? "" : field.strip();
    }

    Map<String, String> errors() {
        var errors = new LinkedHashMap<String, String>();
        demand(errors, "date", startsAt().isPresent());
        demand(errors, "minutes", value(minutes).matches("\\d{1,4}") && length() >= 5 && length() <= 1440);
        demand(errors, "place", !value(place).isEmpty() || !value(link).isEmpty());
        demand(errors, "link", value(link).isEmpty() || value(link).matches("https?://\\S{4,490}"));
        demand(errors, "proposals", value(proposals).isEmpty() || proposalsUntil() != null);
        demand(errors, "period", value(period).isEmpty() || parsedPeriod().isPresent());
        return errors;
    }

    private static void demand(Map<String, String> errors, String field, boolean good) {
        if (!good) {
            errors.put(field, Texts.text("meetings.error." + field));
        }
    }

    /** The plan; an empty title is filled from the kind's template. */
    Meeting.Plan plan(MeetingKind of, @Nullable LocalDate occurrence) {
        var parsed = parsedPeriod().orElse(null);
        return new Meeting.Plan(
                of.code(),
                value(title).isEmpty() ? MeetingKind.fill(of.title(), parsed) : value(title),
                parsed,
                startsAt().orElseThrow(),
                length(),
                value(place),
                uuid(value(chair)).map(PersonId::new).orElse(null),
                new Meeting.Way(value(link).isEmpty() ? null : value(link), proposalsUntil(), occurrence));
    }

    List<UnitId> invitedUnits() {
        return invited == null
                ? List.of()
                : invited.stream()
                        .flatMap(one -> uuid(one).stream())
                        .map(UnitId::new)
                        .distinct()
                        .toList();
    }

    Optional<UnitId> unitId() {
        return uuid(value(unit)).map(UnitId::new);
    }

    private int length() {
        return Integer.parseInt("0" + value(minutes).replaceAll("\\D", ""));
    }

    Optional<Period> parsedPeriod() {
        try {
            return value(period).isEmpty() ? Optional.empty() : Optional.of(Period.parse(value(period)));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<Instant> startsAt() {
        try {
            return Optional.of(ZonedDateTime.of(LocalDate.parse(value(date)), LocalTime.parse(value(time)), Zone.ID)
                    .toInstant());
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    private @Nullable Instant proposalsUntil() {
        try {
            return value(proposals).isEmpty()
                    ? null
                    : LocalDateTime.parse(value(proposals)).atZone(Zone.ID).toInstant();
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    static Optional<UUID> uuid(@Nullable String text) {
        return text != null && text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }
}
