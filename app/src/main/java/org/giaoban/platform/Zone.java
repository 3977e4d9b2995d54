package org.giaoban.platform;

import java.time.ZoneId;

/** The organisation's time zone: calendar days and clock times on screen are of this zone. */
public final class Zone {

    public static final ZoneId ID = ZoneId.of("Asia/Ho_Chi_Minh");

    private Zone() {}
}
