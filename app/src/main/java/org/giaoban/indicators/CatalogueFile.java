package org.giaoban.indicators;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.giaoban.formulas.Formula;
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
import org.giaoban.platform.TableExport;
import org.giaoban.platform.TableText;
import org.jspecify.annotations.Nullable;

/** The catalogue as a table: one row for each version, in the profile, on the way out and on the way in. */
final class CatalogueFile {

    static final List<String> HEADERS = List.of(
            "code",
            "group",
            "name_vi",
            "name_en",
            "unit_vi",
            "unit_en",
            "type",
            "over_units",
            "over_time",
            "direction",
            "decimals",
            "numerator",
            "denominator",
            "periods",
            "reporter",
            "valid_from",
            "valid_until",
            "definition_vi",
            "definition_en");

    private CatalogueFile() {}

    /**
     * The rows of a text with a header line; comma, semicolon or tab between the cells. What is no table, or lacks a column, has
     * none.
     */
    static List<Map<String, String>> rows(String text) {
        return TableText.rows(text)
                .filter(rows -> rows.isEmpty() || rows.getFirst().keySet().containsAll(HEADERS))
                .orElseGet(List::of);
    }

    static List<String> row(Indicator line) {
        var words = line.wording();
        var rule = line.rule();
        var valid = line.edition().valid();
        return List.of(
                line.code(),
                line.group(),
                words.nameVi(),
                words.nameEn(),
                words.unitVi(),
                words.unitEn(),
                rule.type().name(),
                rule.overUnits().name(),
                rule.overTime().name(),
                rule.direction().name(),
                String.valueOf(rule.decimals()),
                written(rule.numerator()),
                written(rule.denominator()),
                String.join(" ", line.schedule().periods()),
                line.schedule().reporter(),
                valid.from().toString(),
                valid.until() == null ? "" : valid.until().toString(),
                words.definitionVi(),
                words.definitionEn());
    }

    /** The first version of a row; throws an {@code IllegalArgumentException} or a {@code DateTimeException} when it is none. */
    static Indicator read(Map<String, String> row) {
        return new Indicator(
                (short) 0,
                cell(row, "code"),
                cell(row, "group"),
                new Wording(
                        cell(row, "name_vi"),
                        cell(row, "name_en"),
                        cell(row, "unit_vi"),
                        cell(row, "unit_en"),
                        cell(row, "definition_vi"),
                        cell(row, "definition_en")),
                new Rule(
                        Type.valueOf(cell(row, "type")),
                        OverUnits.valueOf(cell(row, "over_units")),
                        OverTime.valueOf(cell(row, "over_time")),
                        Direction.valueOf(cell(row, "direction")),
                        Integer.parseInt(cell(row, "decimals")),
                        formula(cell(row, "numerator")),
                        formula(cell(row, "denominator"))),
                new Schedule(
                        new LinkedHashSet<>(Arrays.asList(cell(row, "periods").split(" "))), cell(row, "reporter"), ""),
                new Edition(1, new DateRange(day(cell(row, "valid_from")), dayOrNone(cell(row, "valid_until")))));
    }

    private static String written(@Nullable String formula) {
        return formula == null ? "" : Formula.read(formula).toString();
    }

    /** A formula that cannot be read must fail when the file is read, not when somebody opens a figure. */
    private static @Nullable String formula(String text) {
        return text.isEmpty() ? null : Formula.read(text).toString();
    }

    static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    static @Nullable LocalDate dayOrNone(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    static String cell(Map<String, String> row, String name) {
        return TableExport.unguarded(
                VietnameseText.nfc(row.getOrDefault(name, "")).strip());
    }
}
