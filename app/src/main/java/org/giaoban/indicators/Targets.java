package org.giaoban.indicators;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.audit.Audit;
import org.giaoban.audit.AuditEntry;
import org.giaoban.audit.ObjectRef;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.indicators.TargetRepository.Change;
import org.giaoban.indicators.TargetRepository.Decision;
import org.giaoban.indicators.TargetRepository.Target;
import org.giaoban.indicators.TargetRepository.Year;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.giaoban.platform.NotFound;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Yearly targets with the year's phasing; a revised plan is a new revision, the old one stays. */
@Service
@Transactional
public class Targets {

    private final TargetRepository repository;
    private final OwnerRepository owners;
    private final Indicators indicators;
    private final Organization organization;
    private final Access access;
    private final Audit audit;
    private final CurrentViewer viewer;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Targets(
            TargetRepository repository,
            OwnerRepository owners,
            Indicators indicators,
            Organization organization,
            Access access,
            Audit audit,
            CurrentViewer viewer,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.owners = owners;
        this.indicators = indicators;
        this.organization = organization;
        this.access = access;
        this.audit = audit;
        this.viewer = viewer;
        this.events = events;
        this.clock = clock;
    }

    /** A line of a plan as somebody wants it; {@code phasing}: 12 shares adding up to 1, or none for the usual way. */
    record Wish(String indicator, BigDecimal value, List<BigDecimal> phasing) {}

    /** Sets one target; {@code phasing}: 12 shares adding up to 1, or none for the indicator's usual way. */
    public void set(UnitId unit, String indicator, int year, BigDecimal value, List<BigDecimal> phasing) {
        set(unit, year, List.of(new Wish(indicator, value, phasing)), "");
    }

    /** The unit's own targets of a year that count, by indicator code. */
    @Transactional(readOnly = true)
    public Map<String, BigDecimal> of(UnitId unit, int year) {
        var values = new LinkedHashMap<String, BigDecimal>();
        current(unit, year).forEach(target -> values.put(target.indicator(), target.value()));
        return values;
    }

    /** Sets a unit's year; lines that say what is already so change nothing. Returns how many changed. */
    int set(UnitId unit, int year, List<Wish> wishes, String reason) {
        access.require(Capability.TARGETS_EDIT, unit);
        var endOfYear = LocalDate.of(year, 12, 31);
        var owner = owners.register(organization.get(unit, endOfYear));
        var known = indicators.catalogue(endOfYear).stream()
                .collect(Collectors.toMap(Indicator::code, Function.identity()));
        var before = repository.lock(owner, year);
        var changes = new ArrayList<Change>();
        for (var wish : wishes) {
            var indicator = known.get(wish.indicator());
            if (indicator == null) {
                throw new NotFound(wish.indicator());
            }
            var phasing = new Phasing(wish.phasing());
            var old = before.get(wish.indicator());
            if (old == null
                    || old.value().compareTo(wish.value()) != 0
                    || !old.phasing().same(phasing)) {
                changes.add(new Change(
                        wish.indicator(), indicator.id(), old == null ? 1 : old.revision() + 1, wish.value(), phasing));
            }
        }
        if (!changes.isEmpty()) {
            decide(unit, new Year(owner, year), changes, reason);
        }
        return changes.size();
    }

    private void decide(UnitId unit, Year year, List<Change> changes, String reason) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        repository.decide(year, changes, new Decision(reason, now, viewer.get().account()));
        var details = new LinkedHashMap<String, String>();
        details.put("year", String.valueOf(year.year()));
        changes.forEach(change -> details.put(change.code(), change.value().toPlainString()));
        events.publishEvent(new TargetsDecided(
                unit, year.year(), changes.stream().map(Change::code).collect(Collectors.toSet())));
        audit.record("indicators.target", ref(unit, year.year()), unit, details);
    }

    @Transactional(readOnly = true)
    List<Target> current(UnitId unit, int year) {
        var owner = owners.of(List.of(unit)).get(unit);
        return owner == null ? List.of() : repository.current(List.of(owner), List.of(year));
    }

    @Transactional(readOnly = true)
    List<Target> revisions(UnitId unit, int year) {
        var owner = owners.of(List.of(unit)).get(unit);
        return owner == null ? List.of() : repository.revisions(owner, year);
    }

    @Transactional(readOnly = true)
    List<AuditEntry> history(UnitId unit, int year) {
        return audit.history(ref(unit, year));
    }

    private static ObjectRef ref(UnitId unit, int year) {
        return new ObjectRef(
                "targets",
                new UUID(unit.value().getMostSignificantBits(), unit.value().getLeastSignificantBits() ^ year));
    }
}
