package org.giaoban.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.giaoban.formulas.Formula;
import org.giaoban.indicators.CheckRule.Relation;
import org.junit.jupiter.api.Test;

class CheckReaderTest {

    @Test
    void readsEveryKindOfCheck() {
        assertThat(CheckReader.read("TC01 = TC02 + TC03")).isEqualTo(new Relation.Sum("TC01", List.of("TC02", "TC03")));
        assertThat(CheckReader.read("TC11 <= TC10")).isEqualTo(new Relation.Part("TC11", "TC10"));
        assertThat(CheckReader.read("TC10 = TC10' + TC17 - TC23 - TC24"))
                .isEqualTo(new Relation.RollForward("TC10", List.of("TC17"), List.of("TC23", "TC24")));
        assertThat(CheckReader.read("0 <= KX07 <= 19"))
                .isEqualTo(new Relation.Bounds("KX07", BigDecimal.ZERO, BigDecimal.valueOf(19)));
        assertThat(CheckReader.read("NC01 <= 366"))
                .isEqualTo(new Relation.Bounds("NC01", null, BigDecimal.valueOf(366)));
        assertThat(CheckReader.read("TT01 within 3 x TT01' from 10"))
                .isEqualTo(new Relation.Jump("TT01", BigDecimal.valueOf(3), BigDecimal.TEN));
        assertThat(CheckReader.read("KT06 <= KT04 + KT05"))
                .isEqualTo(new Relation.AtMost("KT06", Formula.read("KT04 + KT05")));
        assertThat(CheckReader.read("TC21 <= TC11'")).isEqualTo(new Relation.AtMost("TC21", Formula.read("TC11'")));
        assertThat(CheckReader.read("KX07 = SH06 * 2")).isEqualTo(new Relation.Equal("KX07", Formula.read("SH06 * 2")));
        assertThat(CheckReader.read("TT01 like peers 3.5 from 8"))
                .isEqualTo(new Relation.Peers("TT01", new BigDecimal("3.5"), 8));
        assertThat(CheckReader.read("TT03 parts")).isEqualTo(new Relation.Parts("TT03"));
        assertThat(CheckReader.read("DH08 filled")).isEqualTo(new Relation.Filled("DH08"));
    }

    @Test
    void whatIsNoCheckIsRefused() {
        for (var text : List.of("TT01 within 3 x TT02' from 10", "TT01", "TT01 = ", "TT01 <= TT02 +", "TT01 > TT02")) {
            assertThatThrownBy(() -> CheckReader.read(text)).as(text).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
