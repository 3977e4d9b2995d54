package org.giaoban.factors;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.giaoban.access.Capability;
import org.giaoban.factors.FactorRules.Need;
import org.giaoban.factors.FactorRules.Rule;
import org.giaoban.identity.Weight;
import org.giaoban.platform.Texts;

/**
 * A new version of a rule as it was typed.
 *
 * @param about an act of weight or a capability, with a letter before it that says which
 */
public record FactorRuleForm(String about, String need, String minutes, String from) {

    private static final String WEIGHT = "w-";
    private static final String CAPABILITY = "c-";
    private static final int MOST_MINUTES = 60;

    static FactorRuleForm blank(LocalDate today) {
        return new FactorRuleForm(
                WEIGHT + Weight.GRANTS, Need.ANY.name(), "5", today.plusDays(1).toString());
    }

    static String name(Rule rule) {
        return rule.weight() != null
                ? name(rule.weight())
                : Optional.ofNullable(rule.capability())
                        .map(FactorRuleForm::name)
                        .orElse("");
    }

    private static String name(Weight weight) {
        return Texts.text("factors.weight." + weight.name().toLowerCase(Locale.ROOT));
    }

    private static String name(Capability capability) {
        return Texts.text("factors.rules.holders", Texts.text("access.capability." + capability.key()));
    }

    static Map<String, String> subjects() {
        var subjects = new LinkedHashMap<String, String>();
        Arrays.stream(Weight.values()).forEach(one -> subjects.put(WEIGHT + one, name(one)));
        Arrays.stream(Capability.values()).forEach(one -> subjects.put(CAPABILITY + one, name(one)));
        return subjects;
    }

    static Map<String, String> needs() {
        var needs = new LinkedHashMap<String, String>();
        needs.put(Need.ANY.name(), Texts.text("factors.need.any"));
        needs.put(Need.FACTOR.name(), Texts.text("factors.need.factor"));
        return needs;
    }

    Map<String, String> errors(LocalDate today) {
        var errors = new LinkedHashMap<String, String>();
        if (!subjects().containsKey(about)) {
            errors.put("about", Texts.text("factors.rules.error.about"));
        }
        if (about.startsWith(WEIGHT) && minutesOf().isEmpty()) {
            errors.put("minutes", Texts.text("factors.rules.error.minutes", MOST_MINUTES));
        }
        if (day().filter(today::isBefore).isEmpty()) {
            errors.put("from", Texts.text("factors.rules.error.from"));
        }
        return errors;
    }

    /** Without errors. */
    Rule rule() {
        var code = about.substring(WEIGHT.length());
        return about.startsWith(WEIGHT)
                ? Rule.of(
                        Weight.valueOf(code),
                        Need.FACTOR.name().equals(need) ? Need.FACTOR : Need.ANY,
                        minutesOf().orElseThrow(),
                        day().orElseThrow())
                : Rule.of(Capability.valueOf(code), day().orElseThrow());
    }

    private Optional<Integer> minutesOf() {
        return Optional.of(minutes.strip())
                .filter(text -> text.matches("\\d{1,2}"))
                .map(Integer::valueOf)
                .filter(number -> number >= 1 && number <= MOST_MINUTES);
    }

    private Optional<LocalDate> day() {
        try {
            return Optional.of(LocalDate.parse(from.strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
