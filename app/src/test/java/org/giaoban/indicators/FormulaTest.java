package org.giaoban.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import org.giaoban.indicators.CheckRule.Relation;
import org.giaoban.kernel.Absence;
import org.giaoban.kernel.Figure;
import org.junit.jupiter.api.Test;

class FormulaTest {

    @Test
    void readsSumsFunctionsAndNumbers() {
        assertThat(Formula.parse("SH08 + SH09-each(TC05)+plan(TC17) + 2").terms())
                .containsExactly(
                        new Formula.Term(false, Formula.Take.VALUE, "SH08"),
                        new Formula.Term(false, Formula.Take.VALUE, "SH09"),
                        new Formula.Term(true, Formula.Take.EACH, "TC05"),
                        new Formula.Term(false, Formula.Take.PLAN, "TC17"),
                        new Formula.Term(false, Formula.Take.NUMBER, "2"));
        assertThatThrownBy(() -> Formula.parse("TC17 / TC18")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Formula.parse("tong(TC17)")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothingToCountAddsNothingButSilenceLeavesTheWholeUnknown() {
        var formula = Formula.parse("A01 + B01 - C01");

        assertThat(value(
                        formula, Map.of("A01", Figure.of(5), "B01", Figure.missing(Absence.NONE), "C01", Figure.of(2))))
                .isEqualTo(Figure.of(3));
        assertThat(value(formula, Map.of("A01", Figure.of(5), "C01", Figure.of(2))))
                .isEqualTo(Figure.missing(Absence.NOT_REPORTED));
    }

    @Test
    void readsEveryKindOfCheck() {
        assertThat(CheckReader.read("TC01 = TC02 + TC03"))
                .isEqualTo(new Relation.Sum("TC01", java.util.List.of("TC02", "TC03")));
        assertThat(CheckReader.read("TC11 <= TC10")).isEqualTo(new Relation.Part("TC11", "TC10"));
        assertThat(CheckReader.read("TC10 = TC10' + TC17 - TC23 - TC24"))
                .isEqualTo(
                        new Relation.RollForward("TC10", java.util.List.of("TC17"), java.util.List.of("TC23", "TC24")));
        assertThat(CheckReader.read("0 <= KX07 <= 19"))
                .isEqualTo(new Relation.Bounds("KX07", BigDecimal.ZERO, BigDecimal.valueOf(19)));
        assertThat(CheckReader.read("NC01 <= 366"))
                .isEqualTo(new Relation.Bounds("NC01", null, BigDecimal.valueOf(366)));
        assertThat(CheckReader.read("TT01 within 3 x TT01' from 10"))
                .isEqualTo(new Relation.Jump("TT01", BigDecimal.valueOf(3), BigDecimal.TEN));
        assertThatThrownBy(() -> CheckReader.read("TT01 within 3 x TT02' from 10"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Figure value(Formula formula, Map<String, Figure> figures) {
        return formula.value((take, code) -> figures.getOrDefault(code, Figure.missing(Absence.NOT_REPORTED)));
    }
}
