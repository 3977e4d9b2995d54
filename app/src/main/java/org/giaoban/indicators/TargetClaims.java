package org.giaoban.indicators;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.giaoban.indicators.TargetRepository.Target;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Handover;
import org.springframework.stereotype.Component;

/** Which targets heirs come by from the units they follow. */
@Component
class TargetClaims {

    /** Nobody sets targets further ahead. */
    private static final int YEARS = 6;

    private final TargetRepository targets;
    private final OwnerRepository owners;
    private final Indicators indicators;

    TargetClaims(TargetRepository targets, OwnerRepository owners, Indicators indicators) {
        this.targets = targets;
        this.owners = owners;
        this.indicators = indicators;
    }

    /** A target an heir is to have. */
    record Goal(UnitId heir, Indicator indicator, int year) {
        String key(Handover handover) {
            return "target:" + indicator.code() + ":" + year + ":" + handover.code(heir);
        }
    }

    /** A target an heir comes by, whole or a share of it. */
    record Claim(Target target, BigDecimal share) {
        BigDecimal part() {
            return target.value().multiply(share).stripTrailingZeros();
        }
    }

    List<Target> current(Collection<UnitId> units, LocalDate day) {
        var known = owners.of(units);
        var years =
                IntStream.range(day.getYear(), day.getYear() + YEARS).boxed().toList();
        return known.isEmpty() ? List.of() : targets.current(known.values(), years);
    }

    Map<String, Indicator> catalogue(LocalDate day) {
        return indicators.catalogue(day).stream().collect(Collectors.toMap(Indicator::code, Function.identity()));
    }

    /** What each heir would have, its own targets included where it has any. */
    Map<Goal, List<Claim>> of(Handover handover) {
        var catalogue = catalogue(handover.day());
        var claims = new LinkedHashMap<Goal, List<Claim>>();
        for (var target : current(handover.ended(), handover.day())) {
            var indicator = catalogue.get(target.indicator());
            if (indicator != null) {
                for (var heir : handover.heirs().getOrDefault(target.unit(), List.of())) {
                    claims.computeIfAbsent(new Goal(heir.unit(), indicator, target.year()), goal -> new ArrayList<>())
                            .add(new Claim(target, indicator.additive() ? heir.share() : BigDecimal.ONE));
                }
            }
        }
        for (var target : current(handover.livingHeirs(), handover.day())) {
            var indicator = catalogue.get(target.indicator());
            var there = indicator == null ? null : claims.get(new Goal(target.unit(), indicator, target.year()));
            if (there != null) {
                there.add(new Claim(target, BigDecimal.ONE));
            }
        }
        return claims;
    }

    static boolean differ(Map.Entry<Goal, List<Claim>> claims) {
        return !claims.getKey().indicator().additive()
                && values(claims.getValue()).size() > 1;
    }

    static Set<BigDecimal> values(List<Claim> claims) {
        return claims.stream().map(Claim::part).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
