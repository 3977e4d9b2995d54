package org.giaoban.trace;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.indicators.FigureText;
import org.giaoban.indicators.Figures;
import org.giaoban.indicators.Indicator;
import org.giaoban.indicators.Indicators;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.meetings.MeetingId;
import org.giaoban.meetings.Meetings;
import org.giaoban.meetings.TracedConclusions;
import org.giaoban.organization.Organization;
import org.giaoban.organization.Unit;
import org.giaoban.platform.NotFound;
import org.giaoban.tasks.LinkKind;
import org.giaoban.tasks.TaskTraces;
import org.giaoban.tasks.TaskTraces.Traced;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Follows orders up to the directive and down to the figure; every step asks whether the viewer may see it. */
@Service
@Transactional(readOnly = true)
class Traces {

    private static final String MEETING = "meeting";

    private final TaskTraces tasks;
    private final TracedConclusions conclusions;
    private final Meetings meetings;
    private final Figures figures;
    private final Indicators indicators;
    private final Organization organization;
    private final Access access;
    private final Clock clock;

    Traces(
            TaskTraces tasks,
            TracedConclusions conclusions,
            Meetings meetings,
            Figures figures,
            Indicators indicators,
            Organization organization,
            Access access,
            Clock clock) {
        this.tasks = tasks;
        this.conclusions = conclusions;
        this.meetings = meetings;
        this.figures = figures;
        this.indicators = indicators;
        this.organization = organization;
        this.access = access;
        this.clock = clock;
    }

    Trace ofTask(UUID task) {
        var traced = tasks.of(task, today());
        var first = traced.stream().findFirst().orElseThrow(() -> new NotFound(task));
        return new Trace("task", first.line().title(), first.line().href(), ways(traced));
    }

    Trace ofMeeting(UUID id) {
        var meeting = meetings.toRead(new MeetingId(id));
        return new Trace("meeting", meeting.title(), meeting.href(), ways(tasks.from(MEETING, id, today())));
    }

    Trace ofIndicator(String code) {
        var indicator = indicators.byCode(code, today()).orElseThrow(() -> new NotFound(code));
        return new Trace(
                "indicator",
                code + " " + indicator.name(),
                "/indicators/" + code,
                ways(tasks.linked(LinkKind.INDICATOR, code, today())));
    }

    Trace ofDirective(String number) {
        var traced = tasks.linked(LinkKind.DIRECTIVE, number, today());
        var title = traced.stream()
                .flatMap(one -> one.links().stream())
                .filter(link -> link.kind() == LinkKind.DIRECTIVE && link.code().equals(number))
                .map(link -> (number + " " + link.title()).strip())
                .findFirst()
                .orElse(number);
        return new Trace("directive", title, null, ways(traced));
    }

    private List<Trace.Way> ways(List<Traced> traced) {
        var said = conclusions.of(traced.stream().map(Traced::root).toList());
        return traced.stream().map(one -> way(one, said)).toList();
    }

    private Trace.Way way(Traced one, Map<UUID, TracedConclusions.Traced> said) {
        var conclusion = Optional.ofNullable(said.get(one.root()))
                .map(found -> new Trace.Conclusion(
                        found.meeting().title(), found.meeting().href(), found.position(), found.text()))
                .orElse(null);
        return new Trace.Way(
                one.links().stream()
                        .filter(link -> link.kind() == LinkKind.DIRECTIVE)
                        .toList(),
                conclusion,
                one.line(),
                one.measure(),
                one.links().stream()
                        .filter(link -> link.kind() == LinkKind.INDICATOR)
                        .flatMap(link -> moved(link.code(), one).stream())
                        .toList());
    }

    /** The figures of the units that owe the order, or of the one that gave it where those are many. */
    private List<Trace.Moved> moved(String code, Traced one) {
        var indicator = indicators.byCode(code, today());
        var owing = one.line().lights().stream()
                .flatMap(light -> Stream.ofNullable(light.unit()))
                .toList();
        var units = owing.isEmpty() || owing.size() > 3 ? List.of(one.giver()) : owing;
        return indicator.stream()
                .flatMap(known -> units.stream()
                        .filter(unit -> access.allows(Capability.FIGURES_READ, unit))
                        .map(unit -> moved(known, unit, one)))
                .toList();
    }

    private Trace.Moved moved(Indicator indicator, UnitId unit, Traced one) {
        var newest = Period.monthOf(today()).previous();
        var given = Period.monthOf(one.givenOn()).previous();
        var name = organization.find(unit, today()).map(Unit::shortName).orElse("");
        var code = indicator.code();
        return new Trace.Moved(
                code,
                indicator.name(),
                name,
                given.label(LocaleContextHolder.getLocale()) + ": "
                        + FigureText.of(indicator, figures.value(unit, given, code)),
                newest.label(LocaleContextHolder.getLocale()),
                FigureText.of(indicator, figures.value(unit, newest, code)),
                "/indicators/" + code);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
