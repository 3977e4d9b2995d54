package org.giaoban.meetings;

import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The conclusions of a running meeting as parts of another module's page: its templates show them item by item. */
@Service
@Transactional(readOnly = true)
public class ConclusionParts {

    private final MeetingPages pages;
    private final RunPages runs;

    ConclusionParts(MeetingPages pages, RunPages runs) {
        this.pages = pages;
        this.runs = runs;
    }

    /** What {@code meetings/conclusionparts} and {@code meetings/carriedparts} need. */
    public static final class Shown {

        private final RunPage page;

        Shown(RunPage page) {
            this.page = page;
        }

        RunPage page() {
            return page;
        }

        AgendaItem item(UUID id) {
            return page.view().items().stream()
                    .filter(one -> one.id().equals(id))
                    .findFirst()
                    .orElseThrow();
        }

        /** How many conclusions the meeting has so far. */
        public int count() {
            return page.conclusions().values().stream()
                    .mapToInt(java.util.List::size)
                    .sum();
        }

        public int under(UUID item) {
            return page.under(item(item)).size();
        }
    }

    /** For those who run the meeting. */
    public Shown of(MeetingId id, boolean pocket) {
        return new Shown(runs.page(pages.runView(id), pocket));
    }
}
