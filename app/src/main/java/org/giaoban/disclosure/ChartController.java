package org.giaoban.disclosure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.giaoban.platform.ForEveryone;
import org.giaoban.portal.PublicFrame;
import org.giaoban.portal.RichText;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The organisation as the public may see it: units that have a place on the site, and officials with an office contact. */
@Controller
class ChartController {

    private final UnitSites sites;
    private final Officials officials;
    private final Organization organization;
    private final PublicFrame frame;
    private final Clock clock;

    ChartController(UnitSites sites, Officials officials, Organization organization, PublicFrame frame, Clock clock) {
        this.sites = sites;
        this.officials = officials;
        this.organization = organization;
        this.frame = frame;
        this.clock = clock;
    }

    /** A unit of the chart with those under it. */
    public record Node(String name, String href, String duty, List<Officials.Official> officials, List<Node> below) {}

    public record ChartPage(PublicFrame.Around around, List<Node> tops) {}

    @GetMapping("/to-chuc")
    @ForEveryone
    ModelAndView chart() {
        var places = sites.all();
        var contacts = officials.of(places.keySet());
        var under = new LinkedHashMap<UnitId, List<UnitId>>();
        var tops = new ArrayList<UnitId>();
        places.values().stream().sorted(order()).forEach(place -> {
            var above = above(place.unit().id(), places.keySet());
            if (above == null) {
                tops.add(place.unit().id());
            } else {
                under.computeIfAbsent(above, unit -> new ArrayList<>())
                        .add(place.unit().id());
            }
        });
        var nodes =
                tops.stream().map(unit -> node(unit, places, contacts, under)).toList();
        return new ModelAndView("disclosure/chart", "page", new ChartPage(frame.around(SiteShelf.CHART), nodes));
    }

    private static Comparator<UnitSites.Place> order() {
        return Comparator.comparingInt((UnitSites.Place place) ->
                        place.said() == null ? 500 : place.said().facts().position())
                .thenComparing(place -> place.unit().code());
    }

    /** The nearest unit above that has a place of its own. */
    private @org.jspecify.annotations.Nullable UnitId above(UnitId unit, Set<UnitId> shown) {
        return organization.ancestors(unit, LocalDate.now(clock)).reversed().stream()
                .map(org.giaoban.organization.Unit::id)
                .filter(each -> !each.equals(unit) && shown.contains(each))
                .findFirst()
                .orElse(null);
    }

    private static Node node(
            UnitId unit,
            Map<UnitId, UnitSites.Place> places,
            Map<UnitId, List<Officials.Official>> contacts,
            Map<UnitId, List<UnitId>> under) {
        var place = java.util.Objects.requireNonNull(places.get(unit));
        var below = under.getOrDefault(unit, List.of()).stream()
                .map(each -> node(each, places, contacts, under))
                .toList();
        var said = place.said();
        var duty = said == null ? "" : first(RichText.plain(said.facts().told("body")));
        return new Node(place.unit().name(), place.href(), duty, contacts.getOrDefault(unit, List.of()), below);
    }

    private static String first(String text) {
        return text.length() <= 160 ? text : text.substring(0, text.lastIndexOf(' ', 160)) + "…";
    }
}
