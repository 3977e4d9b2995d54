package org.giaoban.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.files.Bundle;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Unit;
import org.giaoban.reporting.Forms.Asked;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The returns of all units: who has reported, what does not add up, what they wrote. */
@Service
@Transactional(readOnly = true)
public class Returns {

    private static final int MOST_UNITS = 500;

    private final ReturnRepository repository;
    private final ReturnTexts texts;
    private final FindingRepository findings;
    private final Forms forms;
    private final Imports imports;
    private final Access access;
    private final Clock clock;

    Returns(
            ReturnRepository repository,
            ReturnTexts texts,
            FindingRepository findings,
            Forms forms,
            Imports imports,
            Access access,
            Clock clock) {
        this.repository = repository;
        this.texts = texts;
        this.findings = findings;
        this.forms = forms;
        this.imports = imports;
        this.access = access;
        this.clock = clock;
    }

    /** Every unit below root that a form of the period is made for, in the order of the tree (at most 500). */
    public List<UnitProgress> progress(UnitId root, Period period) {
        access.require(Capability.REPORT_READ, root);
        return progress(reporters(root, period), period);
    }

    /** A reporting unit's own line. */
    List<UnitProgress> own(Unit unit, Period period) {
        return progress(List.of(unit), period);
    }

    private List<Unit> reporters(UnitId root, Period period) {
        return forms.reporters(root, period, MOST_UNITS);
    }

    private List<UnitProgress> progress(List<Unit> units, Period period) {
        var lines = new HashMap<UnitId, UnitProgress>();
        forms.asked(units, period)
                .forEach(asked -> progress(asked, period).forEach(line -> lines.put(line.unit(), line)));
        return units.stream()
                .flatMap(unit -> Stream.ofNullable(lines.get(unit.id())))
                .toList();
    }

    private List<UnitProgress> progress(Asked asked, Period period) {
        var rows = repository.of(ids(asked.units()), asked.form(), period).stream()
                .collect(Collectors.toMap(ReturnRow::unit, Function.identity()));
        var counts = findings.counts(
                rows.values().stream().map(row -> row.id().value()).toList());
        var today = LocalDate.now(clock);
        return asked.units().stream()
                .map(unit -> progress(new ReturnKey(unit, asked.form(), period), rows.get(unit.id()), counts, today))
                .toList();
    }

    private static UnitProgress progress(
            ReturnKey key,
            @org.jspecify.annotations.Nullable ReturnRow row,
            Map<java.util.UUID, Integer> counts,
            LocalDate today) {
        var dueOn = row == null ? key.dueOn() : row.dueOn();
        var first = row == null ? null : row.firstSubmittedAt();
        return new UnitProgress(
                key.unit().id(),
                key.unit().code(),
                key.unit().shortName(),
                row == null || row.version() == 0 ? ReturnState.MISSING : row.state(),
                first,
                dueOn,
                ReturnRow.daysLate(dueOn, first, today),
                row == null ? 0 : counts.getOrDefault(row.id().value(), 0),
                key.href());
    }

    private static Collection<UnitId> ids(List<Unit> units) {
        return units.stream().map(Unit::id).toList();
    }

    /** What does not add up in the sent returns below root, blocking first (at most 200). */
    public List<Finding> findings(UnitId root, Period period) {
        access.require(Capability.REPORT_READ, root);
        return forms.asked(reporters(root, period), period).stream()
                .flatMap(asked -> findings(asked, period))
                .sorted(Comparator.comparing(Finding::severity))
                .toList();
    }

    private Stream<Finding> findings(Asked asked, Period period) {
        var units = byId(asked.units());
        return findings.ofSent(units.keySet(), asked.form(), period.code()).stream()
                .map(found -> finding(found, new ReturnKey(unit(units, found.unit()), asked.form(), period)));
    }

    private static Finding finding(FindingRepository.OfUnit found, ReturnKey key) {
        return new Finding(
                found.unit(),
                key.unit().shortName(),
                found.found().severity(),
                found.found().title(),
                found.found().sentence(),
                found.reason(),
                key.href() + "#" + found.found().indicator());
    }

    private static Map<UnitId, Unit> byId(List<Unit> units) {
        return units.stream().collect(Collectors.toMap(Unit::id, Function.identity()));
    }

    private static Unit unit(Map<UnitId, Unit> units, UnitId id) {
        return Optional.ofNullable(units.get(id)).orElseThrow();
    }

    /** What the units below root wrote in their sent returns, by section, then unit (at most 1,000). */
    public List<Narrative> narratives(UnitId root, Period period) {
        access.require(Capability.REPORT_READ, root);
        return forms.asked(reporters(root, period), period).stream()
                .flatMap(asked -> texts.of(asked.units(), asked.form(), period).stream())
                .toList();
    }

    /** Takes a workbook (.xlsx, .ods) or a .zip of many for the current viewer; what is whole is sent at once. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public ImportResult importFile(String name, byte[] bytes) {
        return imports.take(List.of(new Bundle.Item(name, bytes)), null, Filing.Wish.SEND);
    }
}
