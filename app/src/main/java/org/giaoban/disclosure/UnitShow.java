package org.giaoban.disclosure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.giaoban.organization.Unit;
import org.giaoban.portal.UnitNews;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a unit's place shows: its officials, news, documents, work and figures, and those of the units it came after. */
@Service
@Transactional(readOnly = true)
class UnitShow {

    private static final int MONTHS_AHEAD = 3;

    private final ReleasedRepository released;
    private final Officials officials;
    private final OpenFigures figures;
    private final UnitNews news;
    private final Organization organization;
    private final Clock clock;

    UnitShow(
            ReleasedRepository released,
            Officials officials,
            OpenFigures figures,
            UnitNews news,
            Organization organization,
            Clock clock) {
        this.released = released;
        this.officials = officials;
        this.figures = figures;
        this.news = news;
        this.organization = organization;
        this.clock = clock;
    }

    UnitSiteController.Shown of(UnitSites.Place place, Map<UnitId, UnitSites.Place> places, int few) {
        var family = place.family();
        var its = ReleasedRepository.Asked.of(family);
        var today = LocalDate.now(clock);
        var unit = place.unit().id();
        var work = released.between(Kind.WORK.sorts(), today, today.plusMonths(MONTHS_AHEAD), its, few);
        var names = organization.names(family, today);
        return new UnitSiteController.Shown(
                officials.of(List.of(unit)).getOrDefault(unit, List.of()),
                news.of(family, few),
                released.newest(Kind.PAPER, its, null, few).stream()
                        .map(each -> new UnitSiteController.Link(
                                each.facts().text("symbol") + " · " + each.title(), "/van-ban/" + each.id()))
                        .toList(),
                work.stream()
                        .map(each -> WorkCalendarController.entry(each, names, today))
                        .toList(),
                figures.lines(released.inOrder(Kind.SERIES, its, few)),
                below(unit, places));
    }

    private List<UnitSiteController.Link> below(UnitId unit, Map<UnitId, UnitSites.Place> places) {
        return places.values().stream()
                .filter(each -> unit.equals(each.unit().parent()))
                .sorted(Comparator.comparing(each -> each.unit().code()))
                .map(each -> new UnitSiteController.Link(each.unit().name(), each.href()))
                .toList();
    }

    /** The way down from the top, through units that have a place. */
    List<UnitSiteController.Link> above(UnitSites.Place place, Map<UnitId, UnitSites.Place> places) {
        return organization.ancestors(place.unit().id(), LocalDate.now(clock)).stream()
                .map(Unit::id)
                .filter(places::containsKey)
                .map(each -> Objects.requireNonNull(places.get(each)))
                .map(each -> new UnitSiteController.Link(each.unit().name(), each.href()))
                .toList();
    }

    /** The units it came after, by their last names. */
    List<UnitSiteController.Link> former(UnitSites.Place place) {
        var gone = place.family().stream()
                .filter(each -> !each.equals(place.unit().id()))
                .toList();
        return organization.names(gone, LocalDate.now(clock)).values().stream()
                .sorted()
                .map(name -> new UnitSiteController.Link(name, place.href()))
                .toList();
    }
}
