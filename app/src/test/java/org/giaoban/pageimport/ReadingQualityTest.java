package org.giaoban.pageimport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Precision and recall of every field over the labelled pages; the held-out half was written after the rules. */
class ReadingQualityTest {

    @ParameterizedTest
    @ValueSource(strings = {"known", "held-out"})
    void everyFieldIsReadWell(String set) {
        var measured = LabelledPages.measured(set);
        System.out.println(measured.table(set));
        measured.mistakes().forEach(System.out::println);
        for (var field : LabelledPages.FIELDS) {
            assertThat(measured.precision(field))
                    .as("precision of %s, %s", field, set)
                    .isGreaterThanOrEqualTo(0.8);
            assertThat(measured.recall(field))
                    .as("recall of %s, %s", field, set)
                    .isGreaterThanOrEqualTo(0.8);
        }
    }
}
