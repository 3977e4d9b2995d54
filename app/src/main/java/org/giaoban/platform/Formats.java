package org.giaoban.platform;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/** How dates, times and numbers are written on screen: dd/MM/yyyy, 24 h, 1.234,5 in Vietnamese and 1,234.5 in English. */
public final class Formats {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");
    private static final DateTimeFormatter PUBLISHED = DateTimeFormatter.ofPattern("EEEE, dd/MM/yyyy, HH:mm");
    private static final DateTimeFormatter PUBLISHED_DAY = DateTimeFormatter.ofPattern("EEEE, dd/MM/yyyy");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private Formats() {}

    public static String date(@Nullable LocalDate day) {
        return day == null ? "" : DATE.format(day);
    }

    public static String date(@Nullable Instant instant) {
        return instant == null ? "" : DATE.format(instant.atZone(Zone.ID));
    }

    /** As official papers write it: days below ten and the first two months have a nought before them. */
    public static String spelled(LocalDate day) {
        var month = day.getMonthValue() < 3 ? "0" + day.getMonthValue() : String.valueOf(day.getMonthValue());
        return "ngày %02d tháng %s năm %d".formatted(day.getDayOfMonth(), month, day.getYear());
    }

    public static String dateTime(@Nullable Instant instant) {
        return instant == null ? "" : DATE_TIME.format(instant.atZone(Zone.ID));
    }

    public static String dateTime(LocalDateTime at) {
        return DATE_TIME.format(at);
    }

    /** As a newspaper dates its articles: the weekday, the day, the hour; a day without an hour begins at midnight. */
    public static String published(@Nullable Instant instant) {
        if (instant == null) {
            return "";
        }
        var at = instant.atZone(Zone.ID);
        var form = at.toLocalTime().equals(LocalTime.MIDNIGHT) ? PUBLISHED_DAY : PUBLISHED;
        return form.withLocale(locale()).format(at);
    }

    public static String time(@Nullable Instant instant) {
        return instant == null ? "" : TIME.format(instant.atZone(Zone.ID));
    }

    /** At most {@code maxDecimals} decimals, trailing zeros dropped. */
    public static String number(@Nullable BigDecimal number, int maxDecimals) {
        if (number == null) {
            return "";
        }
        var format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(locale()));
        format.setMaximumFractionDigits(maxDecimals);
        return format.format(number);
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale().getLanguage().equals("en") ? Locale.ENGLISH : Texts.VIETNAMESE;
    }

    public static String number(long number) {
        return number(BigDecimal.valueOf(number), 0);
    }

    /** A number of percents (16.7 for 16,7 %), with a no-break space before the sign. */
    public static String percent(@Nullable BigDecimal percents, int maxDecimals) {
        return percents == null ? "" : number(percents, maxDecimals) + "\u00a0%";
    }
}
