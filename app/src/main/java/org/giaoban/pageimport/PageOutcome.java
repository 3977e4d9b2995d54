package org.giaoban.pageimport;

import java.util.List;
import java.util.UUID;
import org.giaoban.pageimport.ReadPage.Doubt;
import org.jspecify.annotations.Nullable;

/** What became of one file. */
record PageOutcome(String file, Status status, @Nullable UUID page, String title, List<Doubt> doubts) {

    /** How it ended. */
    enum Status {
        MADE,
        KNOWN,
        NO_TEXT,
        NO_PAGE,
        NOTHING_INSIDE,
        BROKEN,
        BUSY,
        BOMB;

        boolean good() {
            return this == MADE || this == KNOWN;
        }
    }

    static PageOutcome of(String file, Status status) {
        return new PageOutcome(file, status, null, "", List.of());
    }
}
