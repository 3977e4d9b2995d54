package org.giaoban.briefing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.access.Scope;
import org.giaoban.indicators.FigureLine;
import org.giaoban.indicators.Figures;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.giaoban.organization.TreeChoices;
import org.giaoban.organization.TreeView;
import org.giaoban.organization.Unit;
import org.giaoban.platform.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The boards of all units. */
@Service
@Transactional(readOnly = true)
public class Boards {

    private final Access access;
    private final Organization organization;
    private final TreeChoices choices;
    private final Figures figures;
    private final Sources sources;
    private final BoardProfile profile;
    private final Clock clock;

    Boards(
            Access access,
            Organization organization,
            TreeChoices choices,
            Figures figures,
            Sources sources,
            BoardProfile profile,
            Clock clock) {
        this.access = access;
        this.organization = organization;
        this.choices = choices;
        this.figures = figures;
        this.sources = sources;
        this.profile = profile;
        this.clock = clock;
    }

    /** Where the viewer's board is: the topmost unit whose figures may be read, this month. */
    Optional<String> home() {
        var today = LocalDate.now(clock);
        var scope = access.scope(Capability.FIGURES_READ);
        if (scope.empty()) {
            return Optional.empty();
        }
        return organization.tops(scope, today).stream()
                .findFirst()
                .map(unit ->
                        Occasion.asWas(unit, Period.monthOf(today), Span.YEAR).href());
    }

    /** The occasion an address names, for those who may read the unit's figures. */
    Occasion occasion(String unitCode, String period, Span span) {
        var named = period(period);
        return Occasion.asWas(organization.get(readable(unitCode), named.lastDay()), named, span);
    }

    /** The same, by the tree asked for where there is a choice. */
    Occasion occasion(String unitCode, String period, Span span, TreeView asked) {
        var id = readable(unitCode);
        var named = period(period);
        var choice = choices.of(id, Occasion.shown(named, span).lastDay(), asked);
        var day = choice.asToday() ? choice.treeOn() : named.lastDay();
        return new Occasion(organization.get(id, day), named, span, choice);
    }

    private UnitId readable(String unitCode) {
        var id = organization.idOf(unitCode);
        access.require(Capability.FIGURES_READ, id);
        return id;
    }

    Board board(Occasion occasion) {
        var unit = occasion.unit().id();
        return new Board(
                occasion,
                sources.progress(occasion),
                planned(occasion),
                sources.findings(occasion),
                sources.waiting(occasion),
                sources.conference(occasion),
                around(unit, occasion));
    }

    /** Every line of the catalogue with a figure, a plan or a memory of one. */
    List<FigureLine> table(Occasion occasion) {
        return figures.table(
                occasion.unit().id(), occasion.shown(), occasion.tree().view());
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    private List<FigureLine> planned(Occasion occasion) {
        return figures.planned(
                occasion.unit().id(), occasion.shown(), occasion.tree().view());
    }

    private Board.Surroundings around(UnitId unit, Occasion occasion) {
        var day = occasion.tree().asToday()
                ? occasion.tree().treeOn()
                : occasion.reported().lastDay();
        var scope = access.scope(Capability.FIGURES_READ);
        var below = organization.children(unit, day);
        var switches = Stream.concat(
                        places(organization.ancestors(unit, day), scope, true), places(below, scope, false))
                .toList();
        var names = organization.shortNames(below.stream().map(Unit::id).toList(), day);
        return new Board.Surroundings(switches, names, today(), profile.said().headline());
    }

    private static Stream<Board.Place> places(List<Unit> units, Scope scope, boolean above) {
        return units.stream()
                .filter(unit -> scope.contains(unit.id()))
                .map(unit -> new Board.Place(unit.code(), unit.name(), above));
    }

    private static Period period(String code) {
        try {
            return Period.parse(code);
        } catch (IllegalArgumentException e) {
            throw new NotFound(code);
        }
    }
}
