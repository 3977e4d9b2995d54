package org.giaoban.documents;

import java.time.LocalDate;
import org.giaoban.platform.Formats;

/** What stands at the head of a unit's documents: its superior, its name, its symbol and its place. */
record Letterhead(String symbol, String superior, String name, String place) {

    String placeAndDate(LocalDate on) {
        return place + ", " + Formats.spelled(on);
    }
}
