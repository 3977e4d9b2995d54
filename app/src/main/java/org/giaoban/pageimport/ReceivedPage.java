package org.giaoban.pageimport;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.giaoban.kernel.UnitId;
import org.giaoban.pageimport.Found.Certainty;
import org.giaoban.pageimport.ReadPage.Doubt;

/** A page that was taken in: the draft it became and what the reading was sure of. */
record ReceivedPage(UUID id, UnitId unit, UUID article, String file, String title, Report report, Instant takenAt) {

    /** What was read, as it was read: the draft may have moved on. */
    record Report(String writing, List<Line> lines, List<String> captions, List<Doubt> doubts) {}

    /** One part of the page. */
    record Line(String field, String value, Certainty certainty) {}
}
