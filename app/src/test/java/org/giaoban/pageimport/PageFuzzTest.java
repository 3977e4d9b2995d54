package org.giaoban.pageimport;

import org.giaoban.testing.Fuzzing;
import org.junit.jupiter.api.Test;

class PageFuzzTest {

    @Test
    void everyChangedPageIsRead() {
        Fuzzing.feed("page", PageFuzz::fuzzerTestOneInput);
    }
}
