package org.giaoban.recommendations;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.meetings.MeetingId;
import org.giaoban.meetings.MeetingReport;
import org.giaoban.meetings.Meetings;
import org.giaoban.organization.Organization;
import org.giaoban.organization.Unit;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Texts;
import org.giaoban.recommendations.Recommendation.Source;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Prepares the raising of a recommendation by hand or in a meeting, and does it. */
@Service
@Transactional
class RaiseDesk {

    private static final int LONGEST = 4_000;
    private static final int LONGEST_NAME = 200;
    private static final int MOST_UNITS = 300;

    private final Raising raising;
    private final Addressees addressees;
    private final Organization organization;
    private final Meetings meetings;
    private final Access access;
    private final Clock clock;

    RaiseDesk(
            Raising raising,
            Addressees addressees,
            Organization organization,
            Meetings meetings,
            Access access,
            Clock clock) {
        this.raising = raising;
        this.addressees = addressees;
        this.organization = organization;
        this.meetings = meetings;
        this.access = access;
        this.clock = clock;
    }

    /** The form with what can be chosen; without a unit that has to be chosen first. */
    public record Laid(
            RaiseForm form,
            @Nullable Unit unit,
            Map<String, String> units,
            Map<String, String> desks,
            Map<String, String> meetings) {}

    @Transactional(readOnly = true)
    Laid lay(RaiseForm form) {
        var today = LocalDate.now(clock);
        var units = units(today);
        var unit = chosen(form, units, today);
        var desks = unit == null ? Map.<String, String>of() : Addressees.choices(addressees.above(unit.id(), today));
        return new Laid(form, unit, units, desks, unit == null ? Map.of() : meetings(form, unit, today));
    }

    /** The one the address names, and the briefings of this month and the last in the unit and above it. */
    private Map<String, String> meetings(RaiseForm form, Unit unit, LocalDate today) {
        var choices = new LinkedHashMap<String, String>();
        meeting(form).ifPresent(report -> choices.put(report.id().value().toString(), report.title()));
        var month = Period.monthOf(today);
        for (var level : Stream.concat(Stream.of(unit), organization.ancestors(unit.id(), today).stream())
                .toList()) {
            if (access.allows(Capability.MEETING_READ, level.id())) {
                Stream.of(month, month.previous())
                        .flatMap(one -> meetings.forPeriod(level.id(), one).stream())
                        .forEach(line -> choices.putIfAbsent(line.id().value().toString(), line.title()));
            }
        }
        return choices;
    }

    private @Nullable Unit chosen(RaiseForm form, Map<String, String> units, LocalDate today) {
        var asked = RecommendationFilter.id(form.unit());
        if (asked == null) {
            return units.size() == 1
                    ? organization.get(UnitId.parse(units.keySet().iterator().next()), today)
                    : null;
        }
        var unit = new UnitId(asked);
        access.require(Capability.REPORT_ENTER, unit);
        return organization.get(unit, today);
    }

    /** Units the viewer reports for that have somebody above. */
    private Map<String, String> units(LocalDate today) {
        var units = new LinkedHashMap<String, String>();
        var tops = organization.tops(access.scope(Capability.REPORT_ENTER), today);
        tops.stream()
                .flatMap(top -> Stream.concat(Stream.of(top), organization.reporters(top.id(), today).stream()))
                .filter(unit -> unit.parent() != null)
                .limit(MOST_UNITS)
                .forEach(unit -> units.putIfAbsent(unit.id().value().toString(), unit.name()));
        return units;
    }

    private Optional<MeetingReport> meeting(RaiseForm form) {
        var id = RecommendationFilter.id(form.meeting());
        if (id == null) {
            return Optional.empty();
        }
        var report = meetings.report(new MeetingId(id));
        if (!access.allows(Capability.MEETING_READ, report.unit())) {
            throw new NotFound(id);
        }
        return Optional.of(report);
    }

    /** What is wrong, by field. */
    Map<String, String> errors(Laid laid) {
        var errors = new LinkedHashMap<String, String>();
        var form = laid.form();
        if (laid.unit() == null) {
            errors.put("unit", Texts.text("recommendations.new.choose-unit"));
        }
        if (form.text().isEmpty()
                || form.text().length() > LONGEST
                || form.text().indexOf('\0') >= 0) {
            errors.put("text", Texts.text("recommendations.new.say-what"));
        }
        if (!laid.desks().containsKey(form.desk())
                && (form.addressee().isEmpty() || form.addressee().length() > LONGEST_NAME)) {
            errors.put("desk", Texts.text("recommendations.new.choose-desk"));
        }
        return errors;
    }

    UUID raise(Laid laid) {
        var form = laid.form();
        var unit = Objects.requireNonNull(laid.unit()).id();
        access.require(Capability.REPORT_ENTER, unit);
        var desk = RecommendationFilter.id(form.desk());
        var name = desk == null ? form.addressee() : laid.desks().getOrDefault(form.desk(), "");
        return raising.raise(
                unit, source(form), new Raising.Asked(form.text(), name, desk == null ? null : new UnitId(desk)));
    }

    private Source source(RaiseForm form) {
        return meeting(form)
                .map(report -> new Source(
                        Source.Kind.MEETING, report.id().value(), report.id().href(), code(report.period())))
                .orElseGet(() -> new Source(Source.Kind.HAND, form.once(), null, null));
    }

    private static @Nullable String code(@Nullable Period period) {
        return period == null ? null : period.code();
    }
}
