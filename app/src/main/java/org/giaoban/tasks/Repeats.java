package org.giaoban.tasks;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.audit.Audit;
import org.giaoban.audit.ObjectRef;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.NotFound;
import org.giaoban.tasks.Deed.Act;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Recurring orders, by whoever may give orders in the unit that gives and in those that get them. */
@Service
@Transactional
class Repeats {

    private final RepeatRepository repository;
    private final RepeatRound round;
    private final Giving giving;
    private final GiveRules rules;
    private final TaskNames names;
    private final Access access;
    private final Audit audit;
    private final CurrentViewer viewer;
    private final Deeds deeds;

    Repeats(
            RepeatRepository repository,
            RepeatRound round,
            Giving giving,
            GiveRules rules,
            TaskNames names,
            Access access,
            Audit audit,
            CurrentViewer viewer,
            Deeds deeds) {
        this.repository = repository;
        this.round = round;
        this.giving = giving;
        this.rules = rules;
        this.names = names;
        this.access = access;
        this.audit = audit;
        this.viewer = viewer;
        this.deeds = deeds;
    }

    /** A row ready to show: to whom, and how many orders it made. */
    record Shown(Recurrence row, String rhythm, String units, int made, boolean running) {}

    @Transactional(readOnly = true)
    List<Shown> all() {
        var rows = repository.of(access.scope(Capability.TASK_ASSIGN));
        var units = names.units(
                rows.stream().flatMap(row -> row.work().units().stream()).collect(Collectors.toSet()), deeds.today());
        var counts = repository.counts(rows.stream().map(Recurrence::id).toList());
        return rows.stream()
                .map(row -> new Shown(
                        row,
                        RepeatWords.rhythm(row),
                        row.work().units().stream()
                                .map(unit -> units.getOrDefault(unit, ""))
                                .collect(Collectors.joining(", ")),
                        counts.getOrDefault(row.id(), 0),
                        !row.ended() && !row.rhythm().until().isBefore(deeds.today())))
                .toList();
    }

    @Transactional(readOnly = true)
    Giving.Options options() {
        return giving.options();
    }

    @Transactional(readOnly = true)
    Map<String, String> errors(RepeatForm form) {
        var errors = form.errors();
        errors.putAll(rules.address(
                new GiveRules.Address(form.giver(), form.chosen(), Typed.words(form.post())), giving.options()));
        return errors;
    }

    /** Begins a row without {@link #errors}, and makes at once what is due to be made; sent twice it is one row. */
    void begin(RepeatForm form) {
        var row = form.recurrence(viewer.get().account());
        access.require(Capability.TASK_ASSIGN, row.work().giver());
        if (repository.insert(row, deeds.now(Act.ASSIGN, null).at())) {
            trace("tasks.recurrence-begun", row);
            round.run(deeds.today());
        }
    }

    /** Makes no more orders of it; those that were given stay. */
    void end(UUID id) {
        var row = repository.find(id).orElseThrow(() -> new NotFound(id));
        access.require(Capability.TASK_ASSIGN, row.work().giver());
        repository.end(id, deeds.now(Act.CANCEL, null).at());
        trace("tasks.recurrence-ended", row);
    }

    private void trace(String act, Recurrence row) {
        UnitId giver = row.work().giver();
        audit.record(
                act,
                new ObjectRef("task-recurrence", row.id()),
                giver,
                Map.of("text", row.work().title()));
    }
}
