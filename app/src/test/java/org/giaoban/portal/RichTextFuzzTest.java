package org.giaoban.portal;

import org.giaoban.testing.Fuzzing;
import org.junit.jupiter.api.Test;

class RichTextFuzzTest {

    @Test
    void nothingPastedRuns() {
        Fuzzing.feed("richtext", RichTextFuzz::fuzzerTestOneInput);
    }
}
