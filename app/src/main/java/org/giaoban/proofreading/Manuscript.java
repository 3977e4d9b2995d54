package org.giaoban.proofreading;

import java.time.LocalDate;
import java.util.List;

/** A text to be read, and the day of which it speaks. */
public record Manuscript(LocalDate day, List<Passage> passages) {

    public Manuscript {
        passages = List.copyOf(passages);
    }
}
