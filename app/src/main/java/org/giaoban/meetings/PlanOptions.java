package org.giaoban.meetings;

import static org.giaoban.access.Capability.MEETING_RUN;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.giaoban.access.Access;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.meetings.MeetingPlanController.Page;
import org.giaoban.organization.Organization;
import org.giaoban.organization.Unit;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Texts;
import org.giaoban.platform.Zone;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What can be chosen when a meeting is planned, and what is proposed. */
@Component
class PlanOptions {

    private final KindRepository kinds;
    private final Invitations invitations;
    private final Organization organization;
    private final Access access;
    private final SeriesProposals proposals;
    private final MeetingDoor door;

    PlanOptions(
            KindRepository kinds,
            Invitations invitations,
            Organization organization,
            Access access,
            SeriesProposals proposals,
            MeetingDoor door) {
        this.kinds = kinds;
        this.invitations = invitations;
        this.organization = organization;
        this.access = access;
        this.proposals = proposals;
        this.door = door;
    }

    /** A new plan: the viewer's unit, the kind it meets by, the day its series names or tomorrow, the hour of the last meeting. */
    Page fresh(PlanForm form) {
        var unit = unit(form);
        var kind = kind(form).orElseGet(() -> usual(unit, form.parsedPeriod().orElse(null)));
        var last = proposals.last(unit.id(), kind.code());
        var day = day(unit, kind, form.parsedPeriod().orElse(null));
        var period = form.parsedPeriod()
                .or(() -> Optional.ofNullable(kind.periodOf(day)))
                .map(Period::code)
                .orElse("");
        var proposal = new PlanForm(
                unit.id().toString(),
                kind.code(),
                form.value(form.title()),
                period,
                or(form.value(form.date()), day.toString()),
                or(form.value(form.time()), last == null ? "07:30" : time(last)),
                or(form.value(form.minutes()), String.valueOf(kind.minutes())),
                or(form.value(form.place()), last == null ? "" : last.place()),
                or(
                        form.value(form.chair()),
                        last == null || last.chair() == null ? "" : last.chair().toString()),
                null,
                or(
                        form.value(form.link()),
                        last == null || last.way().link() == null
                                ? ""
                                : last.way().link()),
                form.value(form.proposals()));
        return again(proposal, "/meetings", Map.of());
    }

    /** The first of the kinds that fit the period, one the unit has met by before others. */
    private MeetingKind usual(Unit unit, @Nullable Period period) {
        var all = kinds.all(door.today());
        var fitting = all.stream()
                .filter(kind -> period == null || period.kind() == kind.period())
                .toList();
        var known = proposals.kinds(unit.id());
        return fitting.stream()
                .filter(kind -> known.contains(kind.code()))
                .findFirst()
                .orElseGet(() -> fitting.isEmpty() ? all.getFirst() : fitting.getFirst());
    }

    /** As the rule of the series has it, when that is in the period asked for; else tomorrow. */
    private LocalDate day(Unit unit, MeetingKind kind, @Nullable Period asked) {
        return proposals
                .occurrence(unit.id(), kind.code())
                .filter(next -> asked == null || asked.equals(kind.periodOf(next.named())))
                .map(Recurrence.Occurrence::day)
                .orElseGet(() -> door.today().plusDays(1));
    }

    private static String time(Meeting.Plan last) {
        return last.startsAt().atZone(Zone.ID).toLocalTime().toString();
    }

    Page again(PlanForm form, String action, Map<String, String> errors) {
        var unit = unit(form);
        var day = door.today();
        return new Page(
                form,
                kinds(),
                units(unit),
                invitations.chairs(unit.id(), day),
                invitations.units(unit.id(), day),
                proposals.units(unit.id(), form.value(form.kind()), day),
                errors,
                action);
    }

    /** The next meeting of a series, drafted when it is not there yet. */
    MeetingId next(Meeting meeting) {
        return proposals.next(meeting);
    }

    Optional<MeetingKind> kind(PlanForm form) {
        return form.kind() == null ? Optional.empty() : kinds.find(form.kind(), door.today());
    }

    MeetingKind kindOf(Meeting meeting) {
        return kinds.find(meeting.plan().kind(), meeting.day())
                .orElseThrow(() -> new NotFound(meeting.plan().kind()));
    }

    private Map<String, String> kinds() {
        var names = new LinkedHashMap<String, String>();
        kinds.all(door.today()).forEach(kind -> names.put(kind.code(), kind.name(Texts.language())));
        return names;
    }

    /** The unit asked for by id or code, else the highest one where the viewer may run meetings. */
    private Unit unit(PlanForm form) {
        var asked = form.unitId().or(() -> organization.byCode(form.value(form.unit())));
        var unit = asked.orElseGet(() -> top().id());
        door.demandRun(unit);
        return organization.get(unit, door.today());
    }

    private Unit top() {
        var scope = access.scope(MEETING_RUN);
        return organization.tops(scope, door.today()).stream().findFirst().orElseThrow(() -> new NotFound("unit"));
    }

    private Map<String, String> units(Unit chosen) {
        var scope = access.scope(MEETING_RUN);
        var names = new LinkedHashMap<String, String>();
        names.put(chosen.id().toString(), chosen.name());
        List<UnitId> ids = scope.everywhere()
                ? List.of()
                : scope.units().stream().limit(300).toList();
        organization.names(ids, door.today()).entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(one -> names.putIfAbsent(one.getKey().toString(), one.getValue()));
        return names;
    }

    private static String or(String typed, String proposed) {
        return typed.isEmpty() ? proposed : typed;
    }
}
