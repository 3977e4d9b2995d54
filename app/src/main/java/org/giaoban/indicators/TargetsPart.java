package org.giaoban.indicators;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.indicators.TargetClaims.Claim;
import org.giaoban.indicators.TargetClaims.Goal;
import org.giaoban.indicators.TargetRepository.Target;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Affected;
import org.giaoban.organization.AffectedRows;
import org.giaoban.organization.Conflict;
import org.giaoban.organization.Conflict.Choice;
import org.giaoban.organization.Handover;
import org.giaoban.organization.Journal;
import org.giaoban.organization.ReorganisationPart;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Texts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Targets of the day's year and later: an heir's target is the sum of what its units had where such targets add up; where
 * they do not and the units had different ones, somebody chooses. The units' own targets stay in force for their own days.
 */
@Component
@Transactional(readOnly = true)
class TargetsPart implements ReorganisationPart {

    private final TargetClaims claims;
    private final HandedTargets handed;
    private final Access access;

    TargetsPart(TargetClaims claims, HandedTargets handed, Access access) {
        this.claims = claims;
        this.handed = handed;
        this.access = access;
    }

    @Override
    public String name() {
        return "targets";
    }

    @Override
    public String label() {
        return Texts.text("indicators.reorganisation.label");
    }

    @Override
    public int order() {
        return 70;
    }

    @Override
    public List<Affected> affected(Handover handover) {
        var all = claims.current(handover.ended(), handover.day());
        var catalogue = claims.catalogue(handover.day());
        var counts = all.stream().collect(Collectors.groupingBy(Target::unit, Collectors.counting()));
        return new AffectedRows(label(), access.scope(Capability.FIGURES_READ))
                .of(all.stream()
                        .map(target -> new AffectedRows.Row(
                                target.unit(),
                                counts.getOrDefault(target.unit(), 0L).intValue(),
                                item(handover, target, catalogue.get(target.indicator()))))
                        .toList());
    }

    private static Affected.Item item(
            Handover handover, Target target, @org.jspecify.annotations.Nullable Indicator indicator) {
        var heirs = handover.heirs().getOrDefault(target.unit(), List.of()).stream()
                .map(heir -> handover.name(heir.unit()))
                .collect(Collectors.joining(", "));
        return new Affected.Item(
                Texts.text(
                        "indicators.reorganisation.target",
                        indicator == null ? target.indicator() : indicator.name(),
                        String.valueOf(target.year()),
                        Formats.number(target.value(), 4)),
                null,
                indicator != null && indicator.additive()
                        ? Texts.text("indicators.reorganisation.added", heirs)
                        : Texts.text("indicators.reorganisation.kept", heirs));
    }

    @Override
    public List<Conflict> conflicts(Handover handover) {
        return claims.of(handover).entrySet().stream()
                .filter(TargetClaims::differ)
                .map(entry -> conflict(handover, entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Conflict conflict(Handover handover, Goal goal, List<Claim> claims) {
        var choices = TargetClaims.values(claims).stream()
                .map(value -> new Choice(
                        value.toPlainString(),
                        Texts.text(
                                "indicators.reorganisation.choice",
                                Formats.number(value, 4),
                                claims.stream()
                                        .filter(claim -> claim.part().equals(value))
                                        .map(claim -> handover.formerName(
                                                claim.target().unit()))
                                        .collect(Collectors.joining(", ")))))
                .toList();
        return new Conflict(
                goal.key(handover),
                Texts.text(
                        "indicators.reorganisation.conflict",
                        handover.name(goal.heir()),
                        goal.indicator().name(),
                        String.valueOf(goal.year())),
                choices);
    }

    @Override
    public void carryOut(Handover handover, Journal journal) {
        var goals = claims.of(handover).entrySet().stream()
                .map(entry -> new HandedTargets.Line(
                        entry.getKey(), value(handover, entry), phasing(entry.getValue()), own(entry)))
                .toList();
        handed.write(goals, handover.author(), journal);
    }

    private static BigDecimal value(Handover handover, Map.Entry<Goal, List<Claim>> claims) {
        if (claims.getKey().indicator().additive()) {
            return claims.getValue().stream().map(Claim::part).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
        return TargetClaims.differ(claims)
                ? handover.choice(claims.getKey().key(handover))
                        .map(BigDecimal::new)
                        .orElseThrow()
                : claims.getValue().getFirst().part();
    }

    /** The phasing all have in common, else the usual one. */
    private static Phasing phasing(List<Claim> claims) {
        var first = claims.getFirst().target().phasing();
        return claims.stream().allMatch(claim -> claim.target().phasing().same(first)) ? first : Phasing.usual();
    }

    /** The revision the heir has reached itself; 0 for none. */
    private static int own(Map.Entry<Goal, List<Claim>> claims) {
        return claims.getValue().stream()
                .map(Claim::target)
                .filter(target -> target.unit().equals(claims.getKey().heir()))
                .mapToInt(Target::revision)
                .findFirst()
                .orElse(0);
    }

    @Override
    public Map<UnitId, Integer> facts(Collection<UnitId> founded) {
        return handed.counts(founded);
    }
}
