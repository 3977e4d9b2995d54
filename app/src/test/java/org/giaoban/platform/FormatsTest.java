package org.giaoban.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates of official papers: a nought before days below ten and before the first two months only. */
class FormatsTest {

    @ParameterizedTest
    @CsvSource({
        "2022-06-02, ngày 02 tháng 6 năm 2022",
        "2018-02-12, ngày 12 tháng 02 năm 2018",
        "2018-11-09, ngày 09 tháng 11 năm 2018"
    })
    void aDayIsSpelledAsPapersDo(LocalDate day, String spelled) {
        assertThat(Formats.spelled(day)).isEqualTo(spelled);
    }
}
