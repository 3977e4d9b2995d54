package org.giaoban.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.giaoban.documents.Terms.Term;
import org.giaoban.kernel.Period;
import org.junit.jupiter.api.Test;

/** A term's months are its own: nothing of the term before. */
class TermSoFarTest {

    private final Term term = new Term("2015-2020", LocalDate.of(2015, 8, 13), LocalDate.of(2020, 8, 13));

    @Test
    void theFirstWholeMonthIsTheFirst() {
        assertThat(term.soFar(Period.parse("2015-08"))).isEmpty();
        assertThat(term.soFar(Period.parse("2015-09")).orElseThrow().from()).isEqualTo(LocalDate.of(2015, 9, 1));
        assertThat(term.soFar(Period.parse("2016-03")).orElseThrow().from()).isEqualTo(LocalDate.of(2015, 9, 1));
    }

    @Test
    void aTermThatIsStillToComeHasNoFigures() {
        assertThat(term.soFar(Period.parse("2015-01"))).isEmpty();
    }
}
