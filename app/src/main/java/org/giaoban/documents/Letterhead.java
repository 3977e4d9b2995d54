package org.giaoban.documents;

import java.time.LocalDate;

/** What stands at the head of a unit's documents: its superior, its name, its symbol and its place. */
record Letterhead(String symbol, String superior, String name, String place) {

    String placeAndDate(LocalDate on) {
        return "%s, ngày %02d tháng %02d năm %d".formatted(place, on.getDayOfMonth(), on.getMonthValue(), on.getYear());
    }
}
