package org.giaoban.tasks;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Mandate;
import org.giaoban.organization.Mandates;
import org.giaoban.organization.Organization;
import org.giaoban.organization.Unit;
import org.giaoban.tasks.Deed.Act;
import org.giaoban.tasks.EscalationRepository.Raised;
import org.giaoban.tasks.EscalationRules.Rule;
import org.giaoban.tasks.EscalationRules.Rung;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lays overdue work before the leaders the rules name: on their desks and in their message of the day, once per date. */
@Service
@Transactional
class EscalationRound {

    private static final int MOST = 2000;

    private final EscalationRules rules;
    private final EscalationRepository escalations;
    private final ExtrasRepository extras;
    private final TaskJournal journal;
    private final TaskNames names;
    private final Mandates mandates;
    private final Organization organization;
    private final Deeds deeds;

    EscalationRound(
            EscalationRules rules,
            EscalationRepository escalations,
            ExtrasRepository extras,
            TaskJournal journal,
            TaskNames names,
            Mandates mandates,
            Organization organization,
            Deeds deeds) {
        this.rules = rules;
        this.escalations = escalations;
        this.extras = extras;
        this.journal = journal;
        this.names = names;
        this.mandates = mandates;
        this.organization = organization;
        this.deeds = deeds;
    }

    /** Gives how many tasks were laid before somebody. */
    int run(LocalDate today) {
        return rules.on(today).stream().mapToInt(rule -> run(rule, today)).sum();
    }

    private int run(Rule rule, LocalDate today) {
        var until = organization.workingCalendar().plusWorkingDays(today, -rule.after());
        var ripe = escalations.ripe(rule.rung(), until, MOST).stream()
                .map(TaskRows.Row::task)
                .toList();
        if (ripe.isEmpty()) {
            return 0;
        }
        var leaders = leaders(rule.rung(), ripe, today);
        var named = names.people(leaders.values().stream().flatMap(List::stream).collect(Collectors.toSet()));
        var titles = mandates.titlesOn(named.keySet(), today);
        var raised = 0;
        for (var task : ripe) {
            for (var leader : leaders.getOrDefault(task.id(), List.of())) {
                var title = (titles.getOrDefault(leader, "") + " " + named.getOrDefault(leader, "")).strip();
                raised += raise(task, leader, rule.rung(), title) ? 1 : 0;
            }
        }
        return raised;
    }

    private boolean raise(Task task, PersonId leader, Rung rung, String title) {
        var due = task.terms().dueOn();
        var deed = deeds.now(Act.ESCALATE, title);
        if (due == null || !escalations.raise(task, leader, new Raised(rung, title, deed.at(), due))) {
            return false;
        }
        journal.write(task.id(), deed);
        return true;
    }

    private Map<UUID, List<PersonId>> leaders(Rung rung, Collection<Task> ripe, LocalDate today) {
        var givers = ripe.stream().map(task -> task.duty().giver()).collect(Collectors.toSet());
        var seats = new HashMap<UnitId, UnitId>();
        givers.forEach(giver -> seat(rung, giver, today).ifPresent(seat -> seats.put(giver, seat)));
        var heads = mandates.heads(seats.values(), today);
        var named = rung == Rung.SUPERVISOR
                ? extras.supervisors(ripe.stream().map(Task::root).toList()).stream()
                        .collect(Collectors.groupingBy(
                                ExtrasRepository.Supervised::root,
                                Collectors.mapping(ExtrasRepository.Supervised::person, Collectors.toList())))
                : Map.<UUID, List<PersonId>>of();
        var leaders = new HashMap<UUID, List<PersonId>>();
        for (var task : ripe) {
            var head = Optional.ofNullable(seats.get(task.duty().giver()))
                    .map(heads::get)
                    .map(Mandate::person)
                    .map(List::of)
                    .orElse(List.of());
            leaders.put(task.id(), named.getOrDefault(task.root(), head));
        }
        return leaders;
    }

    /** The unit whose head is meant; above the topmost unit there is nobody. */
    private Optional<UnitId> seat(Rung rung, UnitId giver, LocalDate today) {
        return rung == Rung.SUPERVISOR
                ? Optional.of(giver)
                : organization.ancestors(giver, today).stream()
                        .reduce((higher, nearer) -> nearer)
                        .map(Unit::id);
    }
}
