package org.giaoban.briefing;

import java.util.Optional;
import org.giaoban.consolidation.SealedFigures;
import org.giaoban.consolidation.SealedFigures.Differing;
import org.giaoban.indicators.Figures;
import org.giaoban.organization.TreeView;
import org.springframework.stereotype.Component;

/** What the unit's consolidated report prints, beside a board that shows the present. */
@Component
class SealedBeside {

    private final SealedFigures sealed;
    private final Figures figures;

    SealedBeside(SealedFigures sealed, Figures figures) {
        this.sealed = sealed;
        this.figures = figures;
    }

    /** For the period the board reports on. */
    Optional<Differing> reported(Occasion occasion) {
        var unit = occasion.unit();
        return sealed.differing(
                unit, occasion.reported(), () -> figures.table(unit.id(), occasion.reported(), TreeView.AS_WAS));
    }

    /** For the figures of a table; the tree of today has no report. */
    Optional<Differing> table(FigureTable table) {
        var occasion = table.occasion();
        return occasion.tree().asToday()
                ? Optional.empty()
                : sealed.differing(occasion.unit(), occasion.shown(), table::lines);
    }
}
