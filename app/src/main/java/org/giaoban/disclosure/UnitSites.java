package org.giaoban.disclosure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.giaoban.organization.Successions;
import org.giaoban.organization.Unit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The places of units on the site: who has one, whose it became, and what an heir shows of those it came after. */
@Service
@Transactional(readOnly = true)
class UnitSites {

    private static final int MOST = 1_000;

    private final ReleasedRepository released;
    private final Organization organization;
    private final Successions successions;
    private final Clock clock;

    UnitSites(ReleasedRepository released, Organization organization, Successions successions, Clock clock) {
        this.released = released;
        this.organization = organization;
        this.successions = successions;
        this.clock = clock;
    }

    /**
     * A unit's place on the site today.
     *
     * @param said its own words; null where it has none and stands for units that had a place
     * @param family the unit and all that it came after
     */
    record Place(Unit unit, @Nullable Released said, Set<UnitId> family) {

        String href() {
            return UnitSites.href(unit.code());
        }
    }

    /** What an address of a unit leads to: its place, or the places of those that came after it. */
    record Found(@Nullable Place place, String formerName, List<Place> heirs) {}

    static String href(String code) {
        return "/don-vi/" + code.toLowerCase(Locale.ROOT);
    }

    /** All places of today, by unit. */
    Map<UnitId, Place> all() {
        var today = LocalDate.now(clock);
        var said = new LinkedHashMap<UnitId, Released>();
        released.inOrder(Kind.SITE, ReleasedRepository.Asked.ANY, MOST).forEach(each -> said.put(each.unit(), each));
        var standing = new LinkedHashMap<UnitId, Place>();
        var closed = Set.copyOf(released.closedSites(heirs(said.keySet(), today)));
        for (var site : said.values()) {
            for (var unit : heirs(Set.of(site.unit()), today)) {
                var own = said.get(unit);
                if (own != null || !closed.contains(unit)) {
                    organization
                            .find(unit, today)
                            .ifPresent(found -> standing.putIfAbsent(unit, place(found, own, today)));
                }
            }
        }
        return standing;
    }

    /** Those of these units that stand today, and whoever stands for the others. */
    private Set<UnitId> heirs(Set<UnitId> units, LocalDate today) {
        var heirs = new HashSet<UnitId>();
        for (var unit : units) {
            if (organization.find(unit, today).isPresent()) {
                heirs.add(unit);
            } else {
                heirs.addAll(successions.standingFor(unit, today));
            }
        }
        return heirs;
    }

    private Place place(Unit unit, @Nullable Released said, LocalDate today) {
        var family = new HashSet<>(successions.endedBefore(Set.of(unit.id()), today));
        family.add(unit.id());
        return new Place(unit, said, family);
    }

    /** What stands at a unit's address; nothing where neither it nor its heirs have a place. */
    Optional<Found> at(String code) {
        var unit = organization.byCode(code.toUpperCase(Locale.ROOT)).orElse(null);
        if (unit == null) {
            return Optional.empty();
        }
        var places = all();
        if (places.containsKey(unit)) {
            return Optional.of(new Found(places.get(unit), "", List.of()));
        }
        var today = LocalDate.now(clock);
        if (organization.find(unit, today).isPresent()) {
            return Optional.empty();
        }
        var heirs = new ArrayList<Place>();
        for (var heir : successions.standingFor(unit, today)) {
            var place = places.get(heir);
            if (place != null) {
                heirs.add(place);
            }
        }
        var versions = organization.versions(unit);
        var former = versions.isEmpty() ? code : versions.getLast().name();
        return heirs.isEmpty() ? Optional.empty() : Optional.of(new Found(null, former, heirs));
    }
}
