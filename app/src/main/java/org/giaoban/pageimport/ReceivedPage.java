package org.giaoban.pageimport;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.giaoban.kernel.UnitId;
import org.giaoban.pageimport.Found.Certainty;
import org.giaoban.pageimport.ReadPage.Doubt;
import org.jspecify.annotations.Nullable;

/** A page that was taken in: the draft it became and what the reading was sure of. */
record ReceivedPage(UUID id, UnitId unit, UUID article, String file, String title, Report report, Instant takenAt) {

    /** What was read, as it was read: the draft may have moved on. */
    record Report(
            String writing,
            List<Line> lines,
            List<String> captions,
            List<Doubt> doubts,
            @Nullable List<Picture> pictures) {

        /** Pages that were read before pictures were taken along have none. */
        List<Picture> shots() {
            return pictures == null ? List.of() : pictures;
        }
    }

    /** A picture of the page and what became of it; why, when it was refused. */
    record Picture(String name, Fate fate, String why) {

        /** What became of it. */
        enum Fate {
            TAKEN,
            MISSING,
            REFUSED
        }
    }

    /** One part of the page. */
    record Line(String field, String value, Certainty certainty) {}
}
