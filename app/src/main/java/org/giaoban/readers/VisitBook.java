package org.giaoban.readers;

import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The book of days and visits. */
@Service
@Transactional
class VisitBook {

    private final VisitRepository visits;

    VisitBook(VisitRepository visits) {
        this.visits = visits;
    }

    void add(LocalDate day, long count) {
        visits.add(day, count);
    }

    @Transactional(readOnly = true)
    VisitRepository.Sums sums(LocalDate day) {
        return visits.sums(day);
    }
}
