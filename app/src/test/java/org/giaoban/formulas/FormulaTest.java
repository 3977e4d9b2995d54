package org.giaoban.formulas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import java.util.Optional;
import org.giaoban.kernel.Absence;
import org.giaoban.kernel.Figure;
import org.giaoban.platform.Texts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.i18n.LocaleContextHolder;

/** What can be written, what it comes to, and what is said when it cannot. */
class FormulaTest {

    private static final Map<String, String> UNITS = Map.of(
            "TC10",
            "người",
            "TC17",
            "Người",
            "TC19",
            "%",
            "SH01",
            "chi bộ",
            "SH13",
            "ý kiến/buổi",
            "DV06",
            "ý kiến",
            "SH06",
            "buổi");

    private static final Figure NONE = Figure.missing(Absence.NONE);
    private static final Figure SILENT = Figure.missing(Absence.NOT_REPORTED);
    private static final Figure NOT_APPLICABLE = Figure.missing(Absence.NOT_APPLICABLE);

    @BeforeEach
    void inVietnamese() {
        LocaleContextHolder.setLocale(Texts.VIETNAMESE);
    }

    private static Optional<Measure> measure(String code) {
        return Optional.ofNullable(UNITS.get(code)).map(Measure::of);
    }

    private static String unit(String text) {
        return Formula.read(text).measure(FormulaTest::measure).text();
    }

    private static Figure value(String text, Map<String, Figure> figures) {
        return Formula.read(text)
                .value(operand -> figures.getOrDefault(operand.take().name().charAt(0) + operand.code(), SILENT));
    }

    @Test
    void knowsSignsAsPeopleTypeThemAndWritesThemAsTheyAreStored() {
        assertThat(Formula.read("TC10’ − TC17×2 ÷ ( SH01 ) ").toString()).isEqualTo("TC10' - TC17 * 2 / SH01");
        assertThat(Formula.read("share(TC17,plan(TC17))").toString()).isEqualTo("share(TC17, plan(TC17))");
        assertThat(Formula.read("TC10 - (TC17 - TC19) * -SH01").written(Writing::code))
                .isEqualTo("TC10 − (TC17 − TC19) × -SH01");
    }

    @Test
    void takesFiguresPlansMonthsAndThePeriodBefore() {
        var figures = Map.of("VA1", Figure.of(7), "PA1", Figure.of(3), "EA1", Figure.of(70));
        assertThat(value("A1 - A1'", figures)).isEqualTo(Figure.of(4));
        assertThat(value("A1 + each(A1)", figures)).isEqualTo(Figure.of(77));
        assertThat(Formula.read("plan(A1) + A1'").looksBack()).isTrue();
        assertThat(Formula.read("plan(A1) + A1").looksBack()).isFalse();
    }

    @Test
    void countsTheStrongerSignsFirstAndFromTheLeft() {
        assertThat(value("2 + 3 * 4 - 6 / 2", Map.of())).isEqualTo(Figure.of(11));
        assertThat(value("8 - 3 - 2", Map.of())).isEqualTo(Figure.of(3));
        assertThat(value("-(2 + 3) * 2", Map.of())).isEqualTo(Figure.of(-10));
        assertThat(value("min(4, 2, 3) + max(1, 9)", Map.of())).isEqualTo(Figure.of(11));
        assertThat(value("part(25, 200)", Map.of()).amount().orElseThrow()).isEqualByComparingTo("50");
        assertThat(value("share(1, 4)", Map.of()).amount().orElseThrow()).isEqualByComparingTo("25");
    }

    @ParameterizedTest
    @CsvSource({"A1 + B1", "A1 - B1", "A1 * B1", "A1 / B1", "'min(A1, B1)'", "'max(A1, B1)'", "'share(A1, B1)'"})
    void whatNobodyReportedLeavesTheResultUnknown(String text) {
        assertThat(value(text, Map.of("VA1", Figure.of(5)))).isEqualTo(SILENT);
        assertThat(value(text, Map.of("VB1", Figure.of(5)))).isEqualTo(SILENT);
        assertThat(value(text, Map.of("VB1", NONE))).isEqualTo(SILENT);
        assertThat(value(text, Map.of("VA1", NOT_APPLICABLE, "VB1", Figure.of(5))))
                .isEqualTo(NOT_APPLICABLE);
    }

    @Test
    void ofNothingNothingIsAddedAndNothingIsAShare() {
        var nothing = Map.of("VA1", NONE, "VB1", Figure.of(5));
        assertThat(value("A1 + B1", nothing)).isEqualTo(Figure.of(5));
        assertThat(value("B1 - A1", nothing)).isEqualTo(Figure.of(5));
        assertThat(value("A1 + A1", nothing)).isEqualTo(NONE);
        assertThat(value("A1 * B1", nothing)).isEqualTo(NONE);
        assertThat(value("A1 / B1", nothing)).isEqualTo(NONE);
        assertThat(value("B1 / A1", nothing)).isEqualTo(NOT_APPLICABLE);
        assertThat(value("B1 / (B1 - 5)", nothing)).isEqualTo(NOT_APPLICABLE);
        assertThat(value("min(A1, B1)", nothing)).isEqualTo(NONE);
        assertThat(value("max(A1, B1)", nothing)).isEqualTo(Figure.of(5));
    }

    @Test
    void unitsOfMeasureMultiplyAndCancel() {
        assertThat(unit("TC10 - TC17 + 5")).isEqualTo("người");
        assertThat(unit("TC10 / SH01")).isEqualTo("người/chi bộ");
        assertThat(unit("SH13 * SH06")).isEqualTo("ý kiến");
        assertThat(unit("DV06 / SH06 + SH13")).isEqualTo("ý kiến/buổi");
        assertThat(unit("TC10 / TC17")).isEqualTo("lần");
        assertThat(unit("share(TC17, TC10)")).isEqualTo("%");
        assertThat(unit("part(TC19, TC10)")).isEqualTo("người");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "TC17 * (TC10 + TC19) | TC10 + TC19 | Không cộng trừ được “người” với “%”",
                "max(TC10, SH01) - TC10 | max(TC10, SH01) | Không so được “người” với “chi bộ”",
                "TC10 + share(TC10, SH01) | share(TC10, SH01) | “người” và “chi bộ”",
                "TC10 + ZZ99 | ZZ99 | không có chỉ tiêu số ZZ99",
                "TC10 * TC19 | TC10 * TC19 | part(tỷ lệ, đại lượng)",
                "part(TC10, TC17) | TC10 | phải tính bằng %",
                "TC10 TC17 | T | Không hiểu “T”",
                "TC10 + tong(TC17) | tong | Không có hàm “tong”",
                "(TC10 + 2 | (TC10 + 2 | Thiếu dấu đóng ngoặc",
                "min(TC10) + 1 | min(TC10) | từ 2 đến 8",
                "plan(5) | 5 | đúng một mã chỉ tiêu",
                "TC10 + | \"\" | dừng giữa chừng",
                "TC10 + ? | ? | cần mã chỉ tiêu"
            })
    void aMistakeIsSaidInWordsAtItsPlace(String text, String place, String words) {
        var mistake = catchThrowableOfType(Mistake.class, () -> unit(text));
        assertThat(mistake.span().cut(text)[1]).isEqualTo(place);
        assertThat(mistake.text()).contains(words);
    }

    @Test
    void theResultMustBeCountedAsTheIndicatorIs() {
        var mistake = catchThrowableOfType(
                Mistake.class, () -> Formula.read("TC10 + TC17").mustCount(Measure.of("%"), FormulaTest::measure));
        assertThat(mistake.text()).contains("“người”", "“%”");
        Formula.read("TC17").mustCountOver(Formula.read("TC10"), Measure.of("%"), FormulaTest::measure);
        Formula.read("DV06").mustCountOver(Formula.read("SH06"), Measure.of("ý kiến/buổi"), FormulaTest::measure);
        assertThat(catchThrowableOfType(
                        Mistake.class,
                        () -> Formula.read("TC17")
                                .mustCountOver(Formula.read("SH01"), Measure.of("%"), FormulaTest::measure)))
                .isNotNull();
    }

    @Test
    void nestingWithoutEndIsRefused() {
        assertThat(catchThrowableOfType(Mistake.class, () -> Formula.read("(".repeat(400) + "1" + ")".repeat(400))))
                .isNotNull();
        assertThat(catchThrowableOfType(Mistake.class, () -> Formula.read("1 + ".repeat(1_000) + "1")))
                .isNotNull();
        assertThat(catchThrowableOfType(
                        Mistake.class,
                        () -> Formula.read("-".repeat(499) + "1").toString().length()))
                .isNull();
    }
}
