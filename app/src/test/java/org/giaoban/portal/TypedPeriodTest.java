package org.giaoban.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.giaoban.kernel.Period;
import org.giaoban.platform.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedPeriodTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            quý 1/2022                       | 2022-Q1
            Quý IV năm 2021                  | 2021-Q4
            q2 2020                          | 2020-Q2
            năm 2021                         | 2021
            2021                             | 2021
            9 tháng 2020                     | 2020-9M
            6 tháng đầu năm 2020             | 2020-6M
            6 tháng cuối năm 2020            | 2020-H2
            10 tháng đầu năm 2018            | 2018-YTD-10
            tháng 10/2018                    | 2018-10
            10/2018                          | 2018-10
            tháng 3 năm 2019                 | 2019-03
            2016-2020                        | 2016-01..2020-12
            giai đoạn 2016 - 2020            | 2016-01..2020-12
            từ tháng 10/2018 đến tháng 3/2019 | 2018-10..2019-03
            tháng 10 đến tháng 12/2018       | 2018-10..2018-12
            October 2018                     | 2018-10
            first 9 months of 2020           | 2020-9M
            second half of 2021              | 2021-H2
            2018-YTD-10                      | 2018-YTD-10
            """)
    void periodsAreReadAsPeopleTypeThem(String typed, String code) {
        assertThat(TypedPeriod.read(typed)).contains(Period.parse(code));
    }

    @Test
    void everyNameTheProgramWritesIsReadAgain() {
        var codes = List.of(
                "2018-10", "2018-Q3", "2018-4M", "2018-6M", "2018-9M", "2018-H2", "2018", "2018-YTD-01", "2018-YTD-07");
        for (var code : codes) {
            for (var language : List.of(Texts.VIETNAMESE, Locale.ENGLISH)) {
                var period = Period.parse(code);
                assertThat(TypedPeriod.read(period.label(language)).map(Period::months))
                        .as(period.label(language))
                        .contains(period.months());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"''", "hôm qua", "quý 5/2022", "tháng 13/2018", "2020-2016", "9999-99", "năm", "99 tháng 2020"})
    void anythingElseIsNoPeriod(String typed) {
        assertThat(TypedPeriod.read(typed)).isEmpty();
    }
}
