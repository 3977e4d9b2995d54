package org.giaoban.formulas;

import org.giaoban.kernel.Figure.Present;
import org.giaoban.kernel.Qualifier;

/**
 * How exact a calculated value is. "Over" is a lower bound, "nearly" an upper one, "about" may be either. A value that grows
 * with an operand keeps its qualifier, one that shrinks turns it round; two that disagree leave "about".
 */
final class Exactness {

    private Exactness() {}

    /** Less than over 10 is less: what falls when the operand rises. */
    static Qualifier turned(Qualifier qualifier) {
        return switch (qualifier) {
            case OVER -> Qualifier.NEARLY;
            case NEARLY -> Qualifier.OVER;
            case EXACT, ABOUT -> qualifier;
        };
    }

    static Qualifier product(Present one, Present other) {
        if (loose(one) && loose(other) && one.value().signum() * other.value().signum() == 0) {
            return Qualifier.ABOUT;
        }
        return towards(one.qualifier(), other.value().signum())
                .and(towards(other.qualifier(), one.value().signum()));
    }

    static Qualifier quotient(Present above, Present below) {
        if (loose(below) && loose(above) && above.value().signum() == 0) {
            return Qualifier.ABOUT;
        }
        return towards(above.qualifier(), below.value().signum())
                .and(towards(below.qualifier(), -above.value().signum()));
    }

    /** The other one matters only if its true value may lie beyond the chosen one. */
    static Qualifier extreme(Present chosen, Present other, boolean least) {
        var beyond = least ? Qualifier.NEARLY : Qualifier.OVER;
        var matters = other.qualifier() == beyond || other.qualifier() == Qualifier.ABOUT || same(chosen, other);
        return matters ? chosen.qualifier().and(other.qualifier()) : chosen.qualifier();
    }

    private static boolean same(Present one, Present other) {
        return one.value().compareTo(other.value()) == 0;
    }

    private static boolean loose(Present figure) {
        return figure.qualifier() != Qualifier.EXACT;
    }

    private static Qualifier towards(Qualifier qualifier, int sign) {
        return sign == 0 ? Qualifier.EXACT : sign > 0 ? qualifier : turned(qualifier);
    }
}
