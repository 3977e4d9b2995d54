package org.giaoban.meetings;

import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts a meeting and its conclusions together, in either frame. */
@Service
@Transactional(readOnly = true)
class RunPages {

    private final ConclusionRepository conclusions;
    private final ConclusionReading reading;

    RunPages(ConclusionRepository conclusions, ConclusionReading reading) {
        this.conclusions = conclusions;
        this.reading = reading;
    }

    RunPage page(MeetingPages.View view, boolean pocket) {
        var all = conclusions.of(view.meeting().id());
        return new RunPage(
                view,
                all.stream().collect(Collectors.groupingBy(Conclusion::item)),
                reading.of(all, view.meeting().day()),
                pocket);
    }
}
