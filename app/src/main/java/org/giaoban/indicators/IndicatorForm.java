package org.giaoban.indicators;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.giaoban.indicators.Indicator.Direction;
import org.giaoban.indicators.Indicator.Edition;
import org.giaoban.indicators.Indicator.OverTime;
import org.giaoban.indicators.Indicator.OverUnits;
import org.giaoban.indicators.Indicator.Rule;
import org.giaoban.indicators.Indicator.Schedule;
import org.giaoban.indicators.Indicator.Type;
import org.giaoban.indicators.Indicator.Wording;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;

/**
 * An indicator as typed. Of one that exists, type and ways of adding up stay, or the past could not be compared; the fields a
 * form does not send keep what stands.
 */
public record IndicatorForm(
        @Nullable String code,
        @Nullable String group,
        @Nullable String type,
        @Nullable String overTime,
        @Nullable String nameVi,
        @Nullable String nameEn,
        @Nullable String unitVi,
        @Nullable String unitEn,
        @Nullable String definitionVi,
        @Nullable String definitionEn,
        @Nullable String numerator,
        @Nullable String denominator,
        @Nullable String direction,
        @Nullable String decimals,
        @Nullable List<String> periods,
        @Nullable String reporter,
        @Nullable String from) {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_DEFINITION = 2000;

    static IndicatorForm of(Indicator line, LocalDate from) {
        var words = line.wording();
        return new IndicatorForm(
                line.code(),
                line.group(),
                line.type().name(),
                line.rule().overTime().name(),
                words.nameVi(),
                words.nameEn(),
                words.unitVi(),
                words.unitEn(),
                words.definitionVi(),
                words.definitionEn(),
                text(line.rule().numerator()),
                text(line.rule().denominator()),
                line.direction().name(),
                String.valueOf(line.decimals()),
                List.copyOf(line.schedule().periods()),
                line.schedule().reporter(),
                from.toString());
    }

    static IndicatorForm blank(LocalDate from) {
        return new IndicatorForm(
                "",
                "",
                Type.FLOW.name(),
                OverTime.SUM.name(),
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                Direction.MORE.name(),
                "0",
                List.of("M"),
                "",
                from.toString());
    }

    /** Whether a period is ticked. */
    public boolean asks(String period) {
        return asked().contains(period);
    }

    /** The periods that are ticked. */
    public List<String> asked() {
        return periods == null ? List.of() : periods;
    }

    /** The other fields as they came, to be sent once more. */
    public Map<String, String> sent() {
        var sent = new LinkedHashMap<String, String>();
        put(sent, "group", group);
        put(sent, "nameVi", nameVi);
        put(sent, "nameEn", nameEn);
        put(sent, "unitVi", unitVi);
        put(sent, "unitEn", unitEn);
        put(sent, "definitionVi", definitionVi);
        put(sent, "definitionEn", definitionEn);
        put(sent, "numerator", numerator);
        put(sent, "denominator", denominator);
        put(sent, "direction", direction);
        put(sent, "decimals", decimals);
        put(sent, "reporter", reporter);
        put(sent, "from", from);
        return sent;
    }

    private static void put(Map<String, String> sent, String field, @Nullable String value) {
        if (value != null) {
            sent.put(field, value);
        }
    }

    /** What is wrong with the fields by themselves. */
    Map<String, String> errors() {
        var errors = new LinkedHashMap<String, String>();
        named(errors, "nameVi", nameVi);
        named(errors, "nameEn", nameEn);
        if (text(definitionVi).length() > LONGEST_DEFINITION
                || text(definitionEn).length() > LONGEST_DEFINITION) {
            errors.put("definitionVi", Texts.text("indicators.edit.long", LONGEST_DEFINITION));
        }
        if (!Words.directionNames().containsKey(text(direction))) {
            errors.put("direction", Texts.text("indicators.edit.choose"));
        }
        if (!text(decimals).matches("[0-4]")) {
            errors.put("decimals", Texts.text("indicators.edit.decimals"));
        }
        if (date() == null) {
            errors.put("from", Texts.text("indicators.edit.date"));
        }
        return errors;
    }

    /** The same for an indicator that is not in the catalogue yet. */
    Map<String, String> newErrors(Set<String> groups, Set<String> reporters) {
        var errors = errors();
        if (!text(code).matches("[A-Z]{2,6}[0-9]{2,4}")) {
            errors.put("code", Texts.text("indicators.edit.code-form"));
        }
        if (!groups.contains(text(group))) {
            errors.put("group", Texts.text("indicators.edit.choose"));
        }
        if (!Words.typeNames().containsKey(text(type))) {
            errors.put("type", Texts.text("indicators.edit.choose"));
        } else if (!overTimes(Type.valueOf(text(type))).contains(text(overTime))) {
            errors.put("overTime", Texts.text("indicators.edit.over-time"));
        }
        if (schedule(Set.of()).isEmpty()) {
            errors.put("periods", Texts.text("indicators.edit.periods"));
        }
        if (!reporters.contains(text(reporter))) {
            errors.put("reporter", Texts.text("indicators.edit.choose"));
        }
        return errors;
    }

    private static List<String> overTimes(Type type) {
        return switch (type) {
            case STOCK -> List.of(OverTime.LAST.name());
            case FLOW, MONEY -> List.of(OverTime.SUM.name(), OverTime.LAST.name());
            case PERCENT, RATIO -> List.of(OverTime.RECOMPUTE.name(), OverTime.LAST.name());
            case TEXT -> List.of(OverTime.LIST.name(), OverTime.LAST.name());
        };
    }

    private static void named(Map<String, String> errors, String field, @Nullable String value) {
        if (text(value).isEmpty()) {
            errors.put(field, Texts.text("indicators.edit.name"));
        } else if (text(value).length() > LONGEST_NAME) {
            errors.put(field, Texts.text("indicators.edit.long", LONGEST_NAME));
        }
    }

    /** The first day of the new version; only asked for when there are no errors. */
    LocalDate start() {
        return Objects.requireNonNull(date());
    }

    private @Nullable LocalDate date() {
        return day(from);
    }

    /** None where it is no date. */
    static @Nullable LocalDate day(@Nullable String typed) {
        try {
            return LocalDate.parse(text(typed));
        } catch (DateTimeParseException notADate) {
            return null;
        }
    }

    Indicator on(Indicator line) {
        var rule = line.rule();
        return new Indicator(
                line.id(),
                line.code(),
                group == null ? line.group() : text(group),
                words(),
                new Rule(
                        rule.type(),
                        rule.overUnits(),
                        rule.overTime(),
                        Direction.valueOf(text(direction)),
                        Integer.parseInt(text(decimals)),
                        numerator == null ? rule.numerator() : formula(numerator),
                        denominator == null ? rule.denominator() : formula(denominator)),
                new Schedule(
                        schedule(line.schedule().periods()),
                        reporter == null ? line.schedule().reporter() : text(reporter),
                        line.schedule().note()),
                line.edition());
    }

    /** One that is new; only asked for when there are no errors. */
    Indicator fresh() {
        var kind = Type.valueOf(text(type));
        var units = kind == Type.TEXT
                ? OverUnits.LIST
                : kind == Type.PERCENT || kind == Type.RATIO ? OverUnits.RECOMPUTE : OverUnits.SUM;
        return new Indicator(
                (short) 0,
                text(code),
                text(group),
                words(),
                new Rule(
                        kind,
                        units,
                        OverTime.valueOf(text(overTime)),
                        Direction.valueOf(text(direction)),
                        Integer.parseInt(text(decimals)),
                        formula(numerator),
                        formula(denominator)),
                new Schedule(schedule(Set.of()), text(reporter), ""),
                new Edition(1, DateRange.from(start())));
    }

    private Wording words() {
        return new Wording(
                text(nameVi), text(nameEn), text(unitVi), text(unitEn), text(definitionVi), text(definitionEn));
    }

    private Set<String> schedule(Set<String> standing) {
        var chosen = new LinkedHashSet<>(Arrays.asList("M", "Q", "Y"));
        chosen.retainAll(periods == null ? standing : periods);
        return chosen.isEmpty() ? standing : chosen;
    }

    private static @Nullable String formula(@Nullable String typed) {
        return text(typed).isEmpty() ? null : text(typed);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : VietnameseText.nfc(value).strip();
    }
}
