package org.giaoban.minutes;

import java.time.Instant;
import java.time.ZonedDateTime;
import org.giaoban.platform.Formats;
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
        return hour(at) + " " + Formats.spelled(at.toLocalDate());
    }

    static String hour(Instant instant) {
        return hour(instant.atZone(Zone.ID));
    }

    private static String hour(ZonedDateTime at) {
        return "%02d giờ %02d".formatted(at.getHour(), at.getMinute());
    }
}
