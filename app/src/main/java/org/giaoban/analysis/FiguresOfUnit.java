package org.giaoban.analysis;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.indicators.FigureLine;
import org.giaoban.indicators.Figures;
import org.giaoban.indicators.Words;
import org.giaoban.kernel.Period;
import org.giaoban.organization.TreeView;
import org.giaoban.organization.Unit;
import org.giaoban.organization.UnitPanel;
import org.giaoban.platform.Texts;
import org.springframework.stereotype.Component;

/** A unit's figures at a glance, on its own page: those furthest behind their plan first. */
@Component
class FiguresOfUnit implements UnitPanel {

    private static final int LINES = 6;

    private final Figures figures;
    private final Access access;

    FiguresOfUnit(Figures figures, Access access) {
        this.figures = figures;
        this.access = access;
    }

    @Override
    public Optional<Panel> of(Unit unit, LocalDate day) {
        if (!access.allows(Capability.FIGURES_READ, unit.id())) {
            return Optional.empty();
        }
        var period = Period.monthOf(day).previous().yearToDate();
        var lines = figures.planned(unit.id(), period, TreeView.AS_WAS).stream()
                .filter(line -> line.actual().version() > 0)
                .sorted(Comparator.comparing(FiguresOfUnit::urgency))
                .limit(LINES)
                .map(line -> line(unit, period, line))
                .toList();
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new Panel(
                        Texts.text("analysis.unit.title", PeriodLinks.label(period)),
                        "chart-dots",
                        "/analysis/" + unit.code() + "/" + period.code(),
                        Texts.text("analysis.title"),
                        lines));
    }

    private static int urgency(FigureLine line) {
        return switch (line.standing()) {
            case FAR_BEHIND -> 0;
            case BEHIND -> 1;
            case ON_PACE -> 2;
            case NO_PLAN -> 3;
        };
    }

    private static Line line(Unit unit, Period period, FigureLine line) {
        var indicator = line.indicator();
        return new Line(
                indicator.name(),
                line.actual().text(indicator),
                line.actual().value() == null,
                Figures.href(unit.code(), indicator.code(), period),
                line.actual().value() == null
                        ? null
                        : new State(Words.tone(line.standing()), Words.standing(line.standing())));
    }
}
