package org.giaoban.analysis;

import java.util.List;
import org.giaoban.indicators.Figures;
import org.giaoban.kernel.Period;
import org.giaoban.organization.TreeChoices;
import org.giaoban.organization.Unit;

/**
 * From where figures are looked at: a unit, a period and a tree.
 *
 * @param above the units above that the viewer may read
 * @param children those right below, in the order of the tree
 * @param more how many more there are than a page compares
 */
record Standpoint(Unit unit, Period period, TreeChoices.Choice tree, List<Unit> above, List<Unit> children, int more) {

    /** All figures of the units below. */
    public String heat(String unitCode, Period of) {
        return tree.view().on(plainHeat(unitCode, of));
    }

    public String heat() {
        return heat(unit.code(), period);
    }

    public String plainHeat() {
        return plainHeat(unit.code(), period);
    }

    public String plainHeat(Period of) {
        return plainHeat(unit.code(), of);
    }

    private static String plainHeat(String unitCode, Period of) {
        return "/analysis/" + unitCode + "/" + of.code();
    }

    /** One indicator through time. */
    public String one(String unitCode, String indicator, Period of) {
        return tree.view().on(plainOne(unitCode, indicator, of));
    }

    public static String plainOne(String unitCode, String indicator, Period of) {
        return "/analysis/" + unitCode + "/" + indicator + "/" + of.code();
    }

    public String plainPivot() {
        return plainHeat() + "/pivot";
    }

    public String pivot() {
        return tree.view().on(plainPivot());
    }

    public String passport(String unitCode, String indicator, Period of) {
        return tree.view().on(Figures.href(unitCode, indicator, of));
    }

    /** Whether there is another tree to choose. */
    public boolean choosable() {
        return tree.offered() || tree.asToday();
    }
}
