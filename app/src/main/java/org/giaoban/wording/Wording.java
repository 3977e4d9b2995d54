package org.giaoban.wording;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads conclusions by the phrases in force today. */
@Service
@Transactional(readOnly = true)
public class Wording {

    private final Phrases phrases;
    private final Clock clock;

    Wording(Phrases phrases, Clock clock) {
        this.phrases = phrases;
        this.clock = clock;
    }

    /** For reading many texts. */
    public Rules rules() {
        return rules(LocalDate.now(clock));
    }

    public Rules rules(LocalDate day) {
        return new Rules(phrases.inForce(day));
    }

    public Reading read(String text) {
        return rules().read(text);
    }

    public Reading read(String text, Known known) {
        return rules().read(text, known);
    }
}
