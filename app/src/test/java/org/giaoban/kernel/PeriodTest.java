package org.giaoban.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.giaoban.kernel.Period.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

    @ParameterizedTest
    @CsvSource({
        "2018-10,    2018-10-01, 2018-10-31, tháng 10/2018,         October 2018",
        "2022-Q1,    2022-01-01, 2022-03-31, quý I/2022,            quarter I/2022",
        "2022-Q4,    2022-10-01, 2022-12-31, quý IV/2022,           quarter IV/2022",
        "2022-4M,    2022-01-01, 2022-04-30, 4 tháng đầu năm 2022,  first 4 months of 2022",
        "2020-H2,    2020-07-01, 2020-12-31, 6 tháng cuối năm 2020, second half of 2020",
        "2020-6M,    2020-01-01, 2020-06-30, 6 tháng đầu năm 2020,  first 6 months of 2020",
        "2019-9M,    2019-01-01, 2019-09-30, 9 tháng đầu năm 2019,  first 9 months of 2019",
        "2018,       2018-01-01, 2018-12-31, năm 2018,              the year 2018",
        "2018-YTD-10,2018-01-01, 2018-10-31, 10 tháng đầu năm 2018, first 10 months of 2018",
        "2020-02,    2020-02-01, 2020-02-29, tháng 2/2020,          February 2020",
        "2017-11..2018-10, 2017-11-01, 2018-10-31, từ tháng 11/2017 đến tháng 10/2018, November 2017 to October 2018",
    })
    void codesSpanDaysAndReadAsPeopleSayThem(
            String code, LocalDate first, LocalDate last, String vietnamese, String english) {
        var period = Period.parse(code);

        assertThat(period.code()).isEqualTo(code);
        assertThat(period.from()).isEqualTo(first);
        assertThat(period.lastDay()).isEqualTo(last);
        assertThat(period.label(Locale.of("vi", "VN"))).isEqualTo(vietnamese);
        assertThat(period.label(Locale.ENGLISH)).isEqualTo(english);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "18-10",
                "2018-13",
                "2018-00",
                "2018-Q5",
                "2018-Q0",
                "2018-H3",
                "2018-5M",
                "2018-YTD-13",
                "2018-YTD-1",
                "2018-1",
                "2018-10 ",
                "٢٠١٨-10",
                "0000",
                "2018-q1",
                "2018-10..2018-09",
                "2018-10..2018-13",
                "2008-01..2018-01",
                "2018-01..",
            })
    void anythingElseIsRefused(String code) {
        assertThatThrownBy(() -> Period.parse(code)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2018-01,     2017-12,     2018-02",
        "2018-12,     2018-11,     2019-01",
        "2022-Q1,     2021-Q4,     2022-Q2",
        "2022-4M,     2021-4M,     2023-4M",
        "2020-H1,     2019-H2,     2020-H2",
        "2018,        2017,        2019",
        "2018-YTD-01, 2017-YTD-12, 2018-YTD-02",
        "2017-11..2018-10, 2016-11..2017-10, 2018-11..2019-10",
        "2018-01..2018-03, 2017-10..2017-12, 2018-04..2018-06",
    })
    void stepsToItsNeighbours(String code, String previous, String next) {
        assertThat(Period.parse(code).previous()).isEqualTo(Period.parse(previous));
        assertThat(Period.parse(code).next()).isEqualTo(Period.parse(next));
    }

    @ParameterizedTest
    @CsvSource({
        "2022-4M,     8 tháng cuối năm 2022, last 8 months of 2022",
        "2022-6M,     6 tháng cuối năm 2022, last 6 months of 2022",
        "2022-YTD-11, tháng 12/2022,         December 2022",
        "2022-YTD-12, 1 tháng đầu năm 2023,  first month of 2023",
        "2022-H1,     6 tháng cuối năm 2022, second half of 2022",
        "2022-Q4,     quý I/2023,            quarter I/2023",
        "2018-10,     tháng 11/2018,         November 2018",
        "2018,        năm 2019,              the year 2019",
    })
    void looksAheadToWhatIsLeftOfTheYear(String code, String vietnamese, String english) {
        assertThat(Period.parse(code).labelAhead(Locale.of("vi", "VN"))).isEqualTo(vietnamese);
        assertThat(Period.parse(code).labelAhead(Locale.ENGLISH)).isEqualTo(english);
    }

    @Test
    void knowsTheYearSoFarAndTheSamePeriodLastYear() {
        assertThat(Period.month(2018, 10).yearToDate().code()).isEqualTo("2018-YTD-10");
        assertThat(Period.parse("2022-4M").yearToDate().code()).isEqualTo("2022-YTD-04");
        assertThat(Period.quarter(2022, 1).sameLastYear()).isEqualTo(Period.quarter(2021, 1));
        assertThat(Period.monthOf(LocalDate.of(2018, 11, 2))).isEqualTo(Period.month(2018, 11));
    }

    @Test
    void aStretchHasItsMonthsOverTheYears() {
        var stretch = Period.stretch(Period.month(2018, 2), 14);

        assertThat(stretch.code()).isEqualTo("2017-01..2018-02");
        assertThat(stretch.year()).isEqualTo(2018);
        assertThat(stretch.months())
                .hasSize(14)
                .startsWith(Period.month(2017, 1))
                .endsWith(Period.month(2018, 2));
        assertThat(stretch.sameLastYear().code()).isEqualTo("2016-01..2017-02");
        assertThat(stretch.yearToDate()).isEqualTo(Period.parse("2018-YTD-02"));
        assertThatThrownBy(() -> Period.stretch(Period.month(2018, 2), 121))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void containsWhatLiesWhollyInside() {
        assertThat(Period.quarter(2022, 1).contains(Period.month(2022, 3))).isTrue();
        assertThat(Period.quarter(2022, 1).contains(Period.month(2022, 4))).isFalse();
        assertThat(Period.parse("2022-4M").contains(Period.parse("2022-Q2"))).isFalse();
        assertThat(Period.month(2018, 10).contains(LocalDate.of(2018, 10, 31))).isTrue();
        assertThat(Period.month(2018, 10).contains(LocalDate.of(2018, 11, 1))).isFalse();
    }

    @ParameterizedTest
    @MethodSource("manyPeriods")
    void monthsTileThePeriodWithoutGapOrOverlap(Period period) {
        var months = period.months();

        assertThat(months.getFirst().from()).isEqualTo(period.from());
        assertThat(months.getLast().until()).isEqualTo(period.until());
        for (var i = 1; i < months.size(); i++) {
            assertThat(months.get(i).from()).isEqualTo(months.get(i - 1).until());
        }
        assertThat(months).allMatch(period::contains).allMatch(period.yearToDate()::contains);
    }

    @ParameterizedTest
    @MethodSource("manyPeriods")
    void arithmeticGoesBackTheWayItCame(Period period) {
        assertThat(Period.parse(period.code())).isEqualTo(period);
        assertThat(period.next().previous()).isEqualTo(period);
        assertThat(period.previous().next()).isEqualTo(period);
        assertThat(period.next()).isGreaterThan(period);
        assertThat(period.sameLastYear().from()).isEqualTo(period.from().minusYears(1));
        assertThat(period.yearToDate().lastDay()).isEqualTo(period.lastDay());
    }

    static List<Period> manyPeriods() {
        var random = Seeded.random("periods");
        var periods = new ArrayList<Period>();
        for (var kind : Kind.values()) {
            for (var i = 0; i < 25; i++) {
                var period = new Period(kind, random.nextInt(1925, 9980), 1);
                for (var steps = random.nextInt(12); steps > 0; steps--) {
                    period = period.next();
                }
                periods.add(period);
            }
        }
        return periods;
    }
}
