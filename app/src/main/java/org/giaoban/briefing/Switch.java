package org.giaoban.briefing;

import java.util.List;
import org.giaoban.indicators.FigureLine;
import org.giaoban.organization.TreeChoices;

/** The choice of the tree on a page: shown where it makes a difference; the address is that without a choice. */
record Switch(String href, TreeChoices.Choice tree, boolean shown, boolean estimated) {

    static Switch of(String href, TreeChoices.Choice tree, List<FigureLine> lines) {
        return new Switch(
                href, tree, tree.offered() || tree.asToday(), lines.stream().anyMatch(FigureLine::estimated));
    }
}
