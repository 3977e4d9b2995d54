package org.giaoban.tasks;

import java.time.Clock;
import java.time.LocalDate;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.tasks.Deed.Act;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Deeds done now by the person at the screen. */
@Component
class Deeds {

    private final CurrentViewer viewer;
    private final Clock clock;

    Deeds(CurrentViewer viewer, Clock clock) {
        this.viewer = viewer;
        this.clock = clock;
    }

    Deed now(Act act, @Nullable String text) {
        return now(act, text, null, null);
    }

    Deed now(Act act, @Nullable String text, @Nullable Integer percent, @Nullable LocalDate date) {
        var said = text == null || text.isBlank() ? null : text.strip();
        return new Deed(act, clock.instant(), viewer.find().orElse(Viewer.SYSTEM), said, percent, date);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
