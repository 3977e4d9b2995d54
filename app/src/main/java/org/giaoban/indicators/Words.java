package org.giaoban.indicators;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.giaoban.formulas.Expression.Operand;
import org.giaoban.formulas.Expression.Operation;
import org.giaoban.formulas.Formula;
import org.giaoban.indicators.CheckRule.Relation;
import org.giaoban.indicators.FigureLine.Standing;
import org.giaoban.kernel.Period;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/** How the catalogue and the tables of figures say things. */
public final class Words {

    static final List<String> TABS = List.of("", "parts", "versions", "history");

    private Words() {}

    public static String type(Indicator line) {
        return Texts.text("indicators.type." + key(line.type()));
    }

    public static String overUnits(Indicator line) {
        return Texts.text("indicators.over-units." + key(line.rule().overUnits()));
    }

    public static String overTime(Indicator line) {
        return Texts.text("indicators.over-time." + key(line.rule().overTime()));
    }

    public static String direction(Indicator line) {
        return Texts.text("indicators.direction." + key(line.direction()));
    }

    public static String periods(Indicator line) {
        return line.schedule().periods().stream()
                .map(period -> Texts.text("indicators.period." + period))
                .collect(Collectors.joining(", "));
    }

    /** "SH08 / (SH08 + SH09) × 100"; what is entered with its parts says so. */
    public static String formula(Indicator line) {
        var above = line.rule().numerator();
        var below = line.rule().denominator();
        if (above == null) {
            return !line.rate()
                    ? ""
                    : Texts.text(below == null ? "indicators.formula.parts" : "indicators.formula.per-unit");
        }
        var factor = line.type() == Indicator.Type.PERCENT ? " × 100" : "";
        return below == null ? spoken(above) : bracketed(above) + " / " + bracketed(below) + factor;
    }

    private static String bracketed(String formula) {
        return Formula.read(formula).root() instanceof Operation ? "(" + spoken(formula) + ")" : spoken(formula);
    }

    private static String spoken(String formula) {
        return spoken(Formula.read(formula));
    }

    private static String spoken(Formula formula) {
        return formula.written(Words::term);
    }

    private static String term(Operand operand) {
        return switch (operand.take()) {
            case VALUE -> operand.code();
            case EACH -> Texts.text("indicators.formula.each", operand.code());
            case PLAN -> Texts.text("indicators.formula.plan", operand.code());
            case PREVIOUS -> Texts.text("indicators.formula.previous", operand.code());
        };
    }

    /** How a term of a formula takes its indicator: all months, the year's plan. */
    public static String take(Passport.Term term) {
        return switch (term.take()) {
            case VALUE -> "";
            case EACH -> Texts.text("indicators.take.each");
            case PLAN -> Texts.text("indicators.take.plan");
            case PREVIOUS -> Texts.text("indicators.take.previous");
        };
    }

    /** A check as one reads it: "TC01 = TC02 + TC03". */
    public static String relation(CheckRule check) {
        return switch (check.relation()) {
            case Relation.Bounds bounds -> bounds(bounds);
            case Relation.Sum sum -> sum.subject() + " = " + String.join(" + ", sum.parts());
            case Relation.Part part -> part.subject() + " ≤ " + part.whole();
            case Relation.RollForward roll ->
                Texts.text(
                        "indicators.relation.roll",
                        roll.subject(),
                        signed(" + ", roll.in()),
                        signed(" − ", roll.out()));
            case Relation.Jump jump ->
                Texts.text(
                        "indicators.relation.jump",
                        jump.subject(),
                        FigureText.plain(jump.times()),
                        FigureText.plain(jump.from()));
            case Relation.Equal equal -> equal.subject() + " = " + spoken(equal.formula());
            case Relation.AtMost most -> most.subject() + " ≤ " + spoken(most.formula());
            case Relation.Parts parts -> Texts.text("indicators.relation.parts", parts.subject());
            case Relation.Peers peers ->
                Texts.text("indicators.relation.peers", peers.subject(), FigureText.plain(peers.limit()));
            case Relation.Filled filled -> Texts.text("indicators.relation.filled", filled.subject());
        };
    }

    private static String bounds(Relation.Bounds bounds) {
        return side(bounds.least(), true) + bounds.subject() + side(bounds.most(), false);
    }

    private static String side(@Nullable BigDecimal bound, boolean left) {
        if (bound == null) {
            return "";
        }
        return left ? FigureText.plain(bound) + " ≤ " : " ≤ " + FigureText.plain(bound);
    }

    private static String signed(String sign, List<String> codes) {
        return codes.stream().map(code -> sign + code).collect(Collectors.joining());
    }

    /** "tháng 10/2018". */
    public static String period(Period period) {
        return period.label(LocaleContextHolder.getLocale());
    }

    public static String severity(CheckRule check) {
        return severity(check.severity());
    }

    public static String severity(CheckRule.Severity severity) {
        return Texts.text("indicators.severity." + key(severity));
    }

    static boolean concerns(CheckRule check, String code) {
        return CheckWords.codes(check.relation()).contains(code);
    }

    public static String standing(Standing standing) {
        return Texts.text("indicators.standing." + key(standing));
    }

    /** The state component's kind for a standing. */
    public static String tone(Standing standing) {
        return switch (standing) {
            case ON_PACE -> "done";
            case BEHIND -> "waiting";
            case FAR_BEHIND -> "late";
            case NO_PLAN -> "neutral";
        };
    }

    /** The bar's colour for a standing. */
    public static String barTone(Standing standing) {
        return switch (standing) {
            case ON_PACE, NO_PLAN -> "green";
            case BEHIND -> "gold";
            case FAR_BEHIND -> "red";
        };
    }

    static Map<String, String> typeNames() {
        return names("indicators.type.", Indicator.Type.values());
    }

    static Map<String, String> overTimeNames() {
        return names("indicators.over-time.", Indicator.OverTime.values());
    }

    static Map<String, String> severityNames() {
        return names("indicators.severity.", CheckRule.Severity.values());
    }

    static Map<String, String> periodNames() {
        var names = new LinkedHashMap<String, String>();
        List.of("M", "Q", "Y").forEach(period -> names.put(period, Texts.text("indicators.period." + period)));
        return names;
    }

    static Map<String, String> directionNames() {
        return names("indicators.direction.", Indicator.Direction.values());
    }

    static Map<String, String> standingNames() {
        return names("indicators.standing.", Standing.values());
    }

    private static Map<String, String> names(String beginning, Enum<?>[] values) {
        var names = new LinkedHashMap<String, String>();
        Arrays.stream(values).forEach(value -> names.put(value.name(), Texts.text(beginning + key(value))));
        return names;
    }

    /** The present address's filters, to be put behind a link to a file of the same rows. */
    static String query(HttpServletRequest request) {
        var query = request.getQueryString();
        return query == null || query.isEmpty() ? "" : "&" + query;
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
