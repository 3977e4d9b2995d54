package org.giaoban.portal;

import java.util.List;
import java.util.stream.Collectors;
import org.giaoban.indicators.Figures;
import org.giaoban.indicators.FrozenFigure;
import org.giaoban.portal.FigureWalkRepository.Use;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holds what public texts print against the register, a page at a time and each page in a transaction of its own. Whatever moved
 * a figure is found: a corrected or late report, another formula, another tree.
 */
@Service
@Transactional
class FigureWalk {

    /** As many as the register compares in one statement. */
    static final int PAGE = 1_000;

    private final FigureWalkRepository uses;
    private final Figures figures;

    FigureWalk(FigureWalkRepository uses, Figures figures) {
        this.uses = uses;
        this.figures = figures;
    }

    /** Those whose correction is asked for first. */
    void newest() {
        compare(uses.newest(PAGE));
    }

    /** One page further; false when it was the last, and the next one begins again. */
    boolean further() {
        var page = uses.after(uses.place().orElse(null), PAGE);
        compare(page);
        if (page.size() == PAGE) {
            uses.come(page.getLast());
            return true;
        }
        uses.forgetReplaced();
        uses.beginAgain();
        return false;
    }

    private void compare(List<Use> page) {
        var printed = page.stream().map(Use::figure).collect(Collectors.toSet());
        var moved = figures.frozen(printed).values().stream()
                .filter(FrozenFigure::corrected)
                .map(FrozenFigure::id)
                .collect(Collectors.toSet());
        printed.removeAll(moved);
        uses.mark(moved, printed);
    }
}
