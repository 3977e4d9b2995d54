package org.giaoban.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.giaoban.disclosure.SmallCounts.Rule;
import org.giaoban.kernel.Figure;
import org.giaoban.kernel.Qualifier;
import org.giaoban.platform.Refused;
import org.giaoban.testing.GiaoBanTest;
import org.giaoban.testing.InVietnamese;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A series by which single persons could be told is not let out by anybody; which numbers are too small is dated data. */
@GiaoBanTest(story = "vu-quang-2018-11")
@ExtendWith(InVietnamese.class)
class SmallCountsTest {

    private static final Rule THREE = new Rule(LocalDate.EPOCH, 3, Set.of("người"));

    @Autowired
    MockMvcTester mvc;

    @Autowired
    PressOffice press;

    private static List<Figure.Present> counts(int... values) {
        return Arrays.stream(values)
                .mapToObj(BigDecimal::valueOf)
                .map(value -> new Figure.Present(value, null, null, Qualifier.EXACT))
                .toList();
    }

    private static List<Figure.Present> rate(int above, int whole) {
        var share = Figure.share(BigDecimal.valueOf(above), BigDecimal.valueOf(whole), BigDecimal.valueOf(100));
        return List.of((Figure.Present) share);
    }

    @Test
    void oneAndTwoAreTooFewAndNoughtAndThreeAreNot() {
        assertThat(THREE.first(counts(0, 3, 40), false)).isEmpty();
        assertThat(THREE.first(counts(0, 3, 2), false)).hasValue(2);
        assertThat(THREE.first(counts(1), false)).hasValue(0);
    }

    @Test
    void aRunningTotalTellsWhatEachStepAdds() {
        assertThat(THREE.first(counts(5, 9, 12), true)).isEmpty();
        assertThat(THREE.first(counts(5, 9, 11), true)).hasValue(2);
        assertThat(THREE.first(counts(5, 9, 11), false)).isEmpty();
    }

    @Test
    void aRateTellsThoseAboveItsLineAndThoseThatAreLeft() {
        assertThat(THREE.first(rate(20, 40), false)).isEmpty();
        assertThat(THREE.first(rate(40, 40), false)).isEmpty();
        assertThat(THREE.first(rate(2, 40), false)).hasValue(0);
        assertThat(THREE.first(rate(38, 40), false)).hasValue(0);
    }

    @Test
    void noApproverLetsOutWhatTheRuleForbids() {
        var id = press.prepared(Kind.SERIES, press.unit("SL-01"), series("TC17"));

        assertThatThrownBy(() -> press.released(id))
                .isInstanceOf(Refused.class)
                .satisfies(refused -> assertThat(((Refused) refused).text()).contains("dưới 3"));
        assertThat(mvc.get().uri("/so-lieu-cong-khai").exchange()).bodyText().doesNotContain("tc17-sl-01");
    }

    /** The same unit, months and hands: what counts no persons is let out. */
    @Test
    void numbersOfThingsMayBeSmall() {
        press.out(Kind.SERIES, "SL-02", series("TT01"));
        assertThat(mvc.get().uri("/so-lieu-cong-khai").exchange()).bodyText().contains("tt01-sl-02-month");
    }

    private static Map<String, String> series(String indicator) {
        return Map.of("indicator", indicator, "step", "MONTH", "onDay", "2018-01-01", "untilDay", "2018-09-30");
    }
}
