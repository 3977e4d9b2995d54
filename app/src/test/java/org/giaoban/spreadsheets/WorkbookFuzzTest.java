package org.giaoban.spreadsheets;

import static org.assertj.core.api.Assertions.assertThat;

import org.giaoban.testing.Fuzzing;
import org.junit.jupiter.api.Test;

class WorkbookFuzzTest {

    @Test
    void everyChangedWorkbookIsReadOrRefused() {
        Fuzzing.feed("workbook", WorkbookFuzz::fuzzerTestOneInput);
        assertThat(Fuzzing.finding(WorkbookFuzz::fuzzerTestOneInput, new byte[0]))
                .isNull();
    }
}
