package org.giaoban.analysis;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.kernel.Period;
import org.giaoban.organization.Organization;
import org.giaoban.organization.TreeChoices;
import org.giaoban.organization.TreeView;
import org.giaoban.organization.Unit;
import org.giaoban.platform.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds where the viewer stands, and asks for the right to stand there. */
@Component
class Standpoints {

    /** As many units as a page compares. */
    static final int MOST_UNITS = 250;

    private final Organization organization;
    private final TreeChoices choices;
    private final Access access;
    private final Clock clock;

    Standpoints(Organization organization, TreeChoices choices, Access access, Clock clock) {
        this.organization = organization;
        this.choices = choices;
        this.access = access;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The highest unit the viewer may read, this year up to last month. */
    String start() {
        var today = today();
        var top = organization.tops(access.scope(Capability.FIGURES_READ), today).stream()
                .findFirst()
                .or(() -> everywhere(today))
                .orElseThrow(() -> new NotFound("analysis"));
        return "/analysis/" + top.code() + "/"
                + Period.monthOf(today).previous().yearToDate().code();
    }

    private java.util.Optional<Unit> everywhere(LocalDate today) {
        return organization.root(today).filter(this::readable);
    }

    Standpoint of(String unitCode, Period period, @Nullable String tree) {
        var id = organization.idOf(unitCode);
        access.require(Capability.FIGURES_READ, id);
        var choice = choices.of(id, period.lastDay(), TreeView.of(tree));
        var unit = organization.get(id, choice.treeOn());
        var children = readable(organization.children(id, choice.treeOn()));
        return new Standpoint(
                unit,
                period,
                choice,
                readable(organization.ancestors(id, choice.treeOn())),
                children.stream().limit(MOST_UNITS).toList(),
                Math.max(0, children.size() - MOST_UNITS));
    }

    private List<Unit> readable(List<Unit> units) {
        return units.stream().filter(this::readable).toList();
    }

    boolean readable(Unit unit) {
        return access.allows(Capability.FIGURES_READ, unit.id());
    }
}
