package org.giaoban.documents;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.giaoban.testing.Fuzzing;
import org.junit.jupiter.api.Test;

class WordFuzzTest {

    @Test
    void everyChangedTemplateIsTakenOrRefused() {
        assertThatCode(WordFuzz::unchanged).doesNotThrowAnyException();
        Fuzzing.feed("word", WordFuzz::fuzzerTestOneInput);
    }
}
