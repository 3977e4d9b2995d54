package org.giaoban.indicators;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.giaoban.formulas.Formula;
import org.giaoban.formulas.Take;
import org.giaoban.kernel.DateRange;
import org.jspecify.annotations.Nullable;

/**
 * One arithmetic check of a return, as data: what is compared, how strict it is, and which sentence says it.
 *
 * <p>The sentence's arguments, all formatted texts. Bounds: 0 name, 1 value, 2 least, 3 most (empty when there is none);
 * sum: 0 name of the whole, 1 its value, 2 names of the parts, 3 their sum; part: 0 name, 1 value, 2 name of the whole,
 * 3 its value; roll-forward: 0 name, 1 the calculation "214 + 3 + 1 − 0 − 1", 2 its result, 3 the value reported; jump:
 * 0 name, 1 how many times "4,2", 2 the value before, 3 the value; equal and at most: 0 name, 1 value, 2 the calculation, 3 its
 * result; parts: 0 name, 1 numerator, 2 denominator; peers: 0 name, 1 value, 2 how many peers, 3 their period, 4 their
 * median, 5 the median distance from it, 6 how many times that far, 7 the limit; filled: 0 name.
 */
public record CheckRule(String code, Severity severity, Relation relation, String sentenceKey, DateRange valid) {

    /** What a broken check does to a return. */
    public enum Severity {
        BLOCKS,
        NEEDS_REASON,
        INFORMS
    }

    /** What must hold. Codes are indicator codes of the same unit and period unless said otherwise. */
    public sealed interface Relation {
        /** The code whose cell is marked. */
        String subject();

        /** The codes whose value of the period before is asked for. */
        default Set<String> before() {
            return switch (this) {
                case RollForward roll -> Set.of(roll.subject());
                case Jump jump -> Set.of(jump.subject());
                case Equal equal ->
                    equal.formula().looksBack() ? equal.formula().codes() : Set.of();
                case AtMost most -> most.formula().looksBack() ? most.formula().codes() : Set.of();
                default -> Set.of();
            };
        }

        /** Whether it takes the plan of an indicator. */
        default boolean planned() {
            return switch (this) {
                case Equal equal -> takesPlan(equal.formula());
                case AtMost most -> takesPlan(most.formula());
                default -> false;
            };
        }

        private static boolean takesPlan(Formula formula) {
            return formula.root().operands().anyMatch(operand -> operand.take() == Take.PLAN);
        }

        /** least ≤ value ≤ most; an absent bound is not checked. */
        record Bounds(
                String subject,
                @Nullable BigDecimal least,
                @Nullable BigDecimal most) implements Relation {}

        /** subject = sum of parts. */
        record Sum(String subject, List<String> parts) implements Relation {}

        /** subject ≤ whole. */
        record Part(String subject, String whole) implements Relation {}

        /** subject = subject of the previous period + sum of in − sum of out. */
        record RollForward(String subject, List<String> in, List<String> out) implements Relation {}

        /** Not more than {@code times} times the previous period's value nor less than its {@code times}-th part, if either value reaches {@code from}. */
        record Jump(String subject, BigDecimal times, BigDecimal from) implements Relation {}

        /** subject = what the formula gives. */
        record Equal(String subject, Formula formula) implements Relation {}

        /** subject ≤ what the formula gives. */
        record AtMost(String subject, Formula formula) implements Relation {}

        /** The numerator of a rate is not greater than its denominator. */
        record Parts(String subject) implements Relation {}

        /** Not farther from the median of units of the same kind than {@code limit} robust deviations, if there are {@code least} of them. */
        record Peers(String subject, BigDecimal limit, int least) implements Relation {}

        /** A list in words is not empty. */
        record Filled(String subject) implements Relation {}
    }
}
