package org.giaoban.minutes;

import java.time.Instant;
import java.time.ZonedDateTime;
import org.giaoban.platform.Texts;
import org.giaoban.platform.Zone;

/** Sentences of papers, in Vietnamese whatever the viewer reads. */
final class Say {

    private Say() {}

    static String it(String key, Object... args) {
        return Texts.text(Texts.VIETNAMESE, key, args);
    }

    /** "07 giờ 30 ngày 04 tháng 10 năm 2018". */
    static String moment(Instant instant) {
        var at = instant.atZone(Zone.ID);
        return "%s ngày %02d tháng %02d năm %d"
                .formatted(hour(at), at.getDayOfMonth(), at.getMonthValue(), at.getYear());
    }

    static String hour(Instant instant) {
        return hour(instant.atZone(Zone.ID));
    }

    private static String hour(ZonedDateTime at) {
        return "%02d giờ %02d".formatted(at.getHour(), at.getMinute());
    }
}
