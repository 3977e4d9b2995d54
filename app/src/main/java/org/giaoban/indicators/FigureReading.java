package org.giaoban.indicators;

import java.util.List;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.indicators.IndicatorApi.FigureShown;
import org.giaoban.kernel.Period;
import org.giaoban.organization.Organization;
import org.giaoban.organization.TreeChoices;
import org.giaoban.organization.TreeView;
import org.giaoban.platform.Texts;
import org.giaoban.platform.api.Unprocessable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What programs read of figures: those of one unit and period, the whole catalogue or some of it. */
@Service
@Transactional(readOnly = true)
class FigureReading {

    private static final int MOST = 200;

    private final Figures figures;
    private final Indicators indicators;
    private final Organization organization;
    private final TreeChoices choices;
    private final Access access;

    FigureReading(
            Figures figures, Indicators indicators, Organization organization, TreeChoices choices, Access access) {
        this.figures = figures;
        this.indicators = indicators;
        this.organization = organization;
        this.choices = choices;
        this.access = access;
    }

    List<FigureShown> of(String unitCode, Period period, List<String> codes, TreeView asked) {
        var unit = organization.idOf(unitCode);
        access.require(Capability.FIGURES_READ, unit);
        if (codes.size() > MOST
                || indicators.of(codes, period.lastDay()).size()
                        < codes.stream().distinct().count()) {
            throw new Unprocessable("indicator", Texts.text("indicators.api.unknown"));
        }
        var view = choices.of(unit, period.lastDay(), asked).view();
        var lines = codes.isEmpty() ? figures.table(unit, period, view) : figures.rows(unit, period, codes, view);
        return lines.stream()
                .map(line -> FigureShown.of(unitCode, period, line))
                .toList();
    }
}
