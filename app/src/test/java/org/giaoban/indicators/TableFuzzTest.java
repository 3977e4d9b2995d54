package org.giaoban.indicators;

import org.giaoban.testing.Fuzzing;
import org.junit.jupiter.api.Test;

class TableFuzzTest {

    @Test
    void everyChangedListIsReadOrIsNone() {
        Fuzzing.feed("table", TableFuzz::fuzzerTestOneInput);
    }
}
