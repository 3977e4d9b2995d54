package org.giaoban.indicators;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.giaoban.formulas.Expression.Operand;
import org.giaoban.formulas.Formula;
import org.giaoban.formulas.Take;
import org.giaoban.kernel.DateRange;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/** One version of a line of the catalogue: what is counted, in which unit of measure, and how it adds up. */
public record Indicator(
        short id, String code, String group, Wording wording, Rule rule, Schedule schedule, Edition edition) {

    /** What kind of quantity it is. */
    public enum Type {
        STOCK,
        FLOW,
        PERCENT,
        RATIO,
        MONEY,
        TEXT
    }

    /** How values of units become the value of the unit above. */
    public enum OverUnits {
        SUM,
        RECOMPUTE,
        LIST
    }

    /** How values of months become the value of a longer period. */
    public enum OverTime {
        SUM,
        LAST,
        RECOMPUTE,
        LIST
    }

    /** Which way is good. */
    public enum Direction {
        MORE,
        LESS,
        NEUTRAL
    }

    /** Names in both languages. */
    public record Wording(
            String nameVi, String nameEn, String unitVi, String unitEn, String definitionVi, String definitionEn) {}

    /** The arithmetic: type, two directions of aggregation, and the formulas above and below the line of a rate. */
    public record Rule(
            Type type,
            OverUnits overUnits,
            OverTime overTime,
            Direction direction,
            int decimals,
            @Nullable String numerator,
            @Nullable String denominator) {

        /** Values of the two may stand in one series. */
        boolean addsUpLike(Rule other) {
            return type == other.type && overUnits == other.overUnits && overTime == other.overTime;
        }
    }

    /** Who reports it and how often: M, Q, Y. */
    public record Schedule(Set<String> periods, String reporter, String note) {}

    /** Which wording of the catalogue this is and when it holds. */
    public record Edition(int version, DateRange valid) {}

    public String name() {
        return english() ? wording.nameEn() : wording.nameVi();
    }

    public String unitOfMeasure() {
        return english() ? wording.unitEn() : wording.unitVi();
    }

    public Type type() {
        return rule.type();
    }

    public Direction direction() {
        return rule.direction();
    }

    public int decimals() {
        return rule.decimals();
    }

    /** Stored with numerator and denominator and recomputed, never added or averaged. */
    public boolean rate() {
        return type() == Type.PERCENT || type() == Type.RATIO;
    }

    /** Calculated from other indicators, so nobody types it in. */
    public boolean derived() {
        return rule.numerator() != null;
    }

    public String definition() {
        return english() ? wording.definitionEn() : wording.definitionVi();
    }

    /** Over several months the last value counts, not the sum. */
    boolean takesLast() {
        return rule.overTime() == OverTime.LAST;
    }

    /** May be added up over units as it stands. */
    boolean additive() {
        return rule.overUnits() == OverUnits.SUM;
    }

    /** Codes a calculated indicator is made of, those above the line first. */
    public Set<String> components() {
        var codes = new LinkedHashSet<String>();
        formulas().forEach(formula -> codes.addAll(formula.codes()));
        return codes;
    }

    /** Codes it takes of the period before. */
    Stream<String> previous() {
        return taken(Take.PREVIOUS);
    }

    /** Codes it takes the plan of. */
    Stream<String> planned() {
        return taken(Take.PLAN);
    }

    /** What its formulas take of which indicator. */
    Stream<Operand> operands() {
        return formulas().flatMap(formula -> formula.root().operands());
    }

    private Stream<String> taken(Take take) {
        return operands().filter(operand -> operand.take() == take).map(Operand::code);
    }

    /** Needs figures of the period before the one it is calculated for. */
    boolean looksBack() {
        return formulas().anyMatch(Formula::looksBack);
    }

    /** What it is calculated by: above the line, then below it. */
    private Stream<Formula> formulas() {
        return derived()
                ? Stream.of(rule.numerator(), rule.denominator())
                        .filter(Objects::nonNull)
                        .map(Formula::read)
                : Stream.empty();
    }

    Indicator as(short newId, int version, DateRange valid) {
        return new Indicator(newId, code, group, wording, rule, schedule, new Edition(version, valid));
    }

    private static boolean english() {
        return "en".equals(LocaleContextHolder.getLocale().getLanguage());
    }
}
