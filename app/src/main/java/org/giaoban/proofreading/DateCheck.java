package org.giaoban.proofreading;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.giaoban.platform.Texts;

/** Days the calendar does not have, days without a year, and days of the week that were another one. */
final class DateCheck implements Check {

    private static final int LEAP_YEAR = 2024;
    private static final int AROUND = 60;
    private static final Pattern YEAR_NEAR = Pattern.compile("^[^.;\n]{0,24}?(?:năm\\s+|/)(?:19|20)\\d\\d");
    private static final Pattern WEEKDAY = Pattern.compile(
            "(?iu)(thứ\\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\\s+nhật|(?:mon|tues|wednes|thurs|fri|satur|sun)day)[\\s,(]*(?:ngày\\s*|the\\s+)?$");
    private static final Pattern LETTERS = Pattern.compile("\\p{L}");
    private static final Map<String, DayOfWeek> DAYS = Map.ofEntries(
            Map.entry("hai", DayOfWeek.MONDAY),
            Map.entry("2", DayOfWeek.MONDAY),
            Map.entry("ba", DayOfWeek.TUESDAY),
            Map.entry("3", DayOfWeek.TUESDAY),
            Map.entry("tư", DayOfWeek.WEDNESDAY),
            Map.entry("4", DayOfWeek.WEDNESDAY),
            Map.entry("năm", DayOfWeek.THURSDAY),
            Map.entry("5", DayOfWeek.THURSDAY),
            Map.entry("sáu", DayOfWeek.FRIDAY),
            Map.entry("6", DayOfWeek.FRIDAY),
            Map.entry("bảy", DayOfWeek.SATURDAY),
            Map.entry("7", DayOfWeek.SATURDAY),
            Map.entry("nhật", DayOfWeek.SUNDAY),
            Map.entry("monday", DayOfWeek.MONDAY),
            Map.entry("tuesday", DayOfWeek.TUESDAY),
            Map.entry("wednesday", DayOfWeek.WEDNESDAY),
            Map.entry("thursday", DayOfWeek.THURSDAY),
            Map.entry("friday", DayOfWeek.FRIDAY),
            Map.entry("saturday", DayOfWeek.SATURDAY),
            Map.entry("sunday", DayOfWeek.SUNDAY));

    @Override
    public void look(Reading reading) {
        var dated = new HashSet<String>();
        for (var at = 0; at < reading.manuscript().passages().size(); at++) {
            reading.dates(at).stream()
                    .filter(each -> each.year() != null)
                    .forEach(each -> dated.add(each.dayAndMonth()));
        }
        for (var at = 0; at < reading.manuscript().passages().size(); at++) {
            for (var found : reading.dates(at)) {
                look(reading, at, found, dated);
            }
        }
    }

    private static void look(Reading reading, int passage, Dates.Found found, Set<String> dated) {
        var place = new Place(passage, found.from(), found.to());
        var year = found.year() == null ? LEAP_YEAR : found.year();
        if (found.in(year).isEmpty()) {
            reading.say(Kind.IMPOSSIBLE_DATE, place, List.of(), "no-such-day", found.dayAndMonth());
            return;
        }
        var likely = likely(found, reading.manuscript().day());
        if (found.year() == null && found.said() && !told(reading, passage, found, dated)) {
            reading.say(
                    Kind.DATE_WITHOUT_YEAR,
                    place,
                    List.of(Mend.words(withYear(reading.text(passage), found, likely.getYear()))),
                    "no-year",
                    found.dayAndMonth());
        }
        weekday(reading, passage, found, likely);
    }

    /** The year in which the day is nearest to that of the text. */
    private static LocalDate likely(Dates.Found found, LocalDate day) {
        return found.date()
                .orElseGet(() -> IntStream.rangeClosed(day.getYear() - 4, day.getYear() + 4)
                        .mapToObj(found::in)
                        .flatMap(java.util.Optional::stream)
                        .min(Comparator.comparingLong(each -> Math.abs(ChronoUnit.DAYS.between(each, day))))
                        .orElse(day));
    }

    private static String withYear(String text, Dates.Found found, int year) {
        var written = text.substring(found.from(), found.to());
        if (LETTERS.matcher(written).find()) {
            return written.contains("tháng") ? written + " năm " + year : written + " " + year;
        }
        return written + (written.contains("-") ? "-" : "/") + year;
    }

    private static boolean told(Reading reading, int passage, Dates.Found found, Set<String> dated) {
        var text = reading.text(passage);
        var after = text.substring(found.to(), Math.min(text.length(), found.to() + AROUND));
        if (dated.contains(found.dayAndMonth()) || YEAR_NEAR.matcher(after).find()) {
            return true;
        }
        var around = text.substring(Math.max(0, found.from() - AROUND), Math.min(text.length(), found.to() + AROUND))
                .toLowerCase(Locale.ROOT);
        var feasts = reading.rules().feasts();
        return feasts.days().contains(found.dayAndMonth())
                && feasts.words().stream().anyMatch(around::contains);
    }

    private static void weekday(Reading reading, int passage, Dates.Found found, LocalDate day) {
        var before = reading.text(passage).substring(Math.max(0, found.from() - 24), found.from());
        var said = WEEKDAY.matcher(before);
        if (!said.find()) {
            return;
        }
        var words = said.group(1).toLowerCase(Locale.ROOT).split("\\s+");
        var claimed = DAYS.get(words[words.length - 1]);
        if (claimed != null && claimed != day.getDayOfWeek()) {
            var place = new Place(passage, found.from() - before.length() + said.start(1), found.to());
            reading.say(
                    Kind.WEEKDAY,
                    place,
                    List.of(),
                    "weekday",
                    found.dayAndMonth() + "/" + day.getYear(),
                    Texts.text("proofreading.weekday." + day.getDayOfWeek().getValue()));
        }
    }
}
