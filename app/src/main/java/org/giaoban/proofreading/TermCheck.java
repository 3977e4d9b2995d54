package org.giaoban.proofreading;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Terms and stretches of time that end before they begin, and counts of years that are not what the years say. */
final class TermCheck implements Check {

    private static final Pattern YEARS = Pattern.compile(
            "(?<![\\p{N}/.,])((?:19|20)\\d\\d)\\s*(?:[-–—]|đến(?:\\s+năm)?)\\s*((?:19|20)\\d\\d)(?![\\p{N}/]|[.,]\\d)");
    private static final Pattern COUNT_BEFORE =
            Pattern.compile("(?iu)(?<![\\p{L}\\p{N}])(\\d{1,3})\\s+năm\\s*(?:\\(|,)?\\s*(?:giai đoạn\\s*)?$");
    private static final Pattern SPAN = Pattern.compile("\\s*(?:[-–—]|to|until|đến(?:\\s+hết)?(?:\\s+ngày)?)\\s*");
    private static final Pattern FEAST =
            Pattern.compile("(?iu)(?<![\\p{L}\\p{N}])(\\d{1,3})\\s+năm(?![\\p{L}])([^()\n]{0,90})\\(\\s*$");

    @Override
    public void look(Reading reading) {
        for (var at = 0; at < reading.manuscript().passages().size(); at++) {
            var text = reading.text(at);
            for (var found : YEARS.matcher(text).results().toList()) {
                years(reading, at, found);
            }
            days(reading, at, reading.dates(at));
        }
    }

    private static void years(Reading reading, int passage, MatchResult found) {
        var begin = Integer.parseInt(found.group(1));
        var end = Integer.parseInt(found.group(2));
        var place = new Place(passage, found.start(), found.end());
        if (end < begin) {
            reading.say(Kind.TERM_REVERSED, place, List.of(), "reversed", found.group(1), found.group(2));
            return;
        }
        var before = reading.text(passage).substring(Math.max(0, found.start() - 30), found.start());
        var count = COUNT_BEFORE.matcher(before);
        if (count.find()) {
            var years = Integer.parseInt(count.group(1));
            if (years != end - begin && years != end - begin + 1) {
                reading.say(Kind.YEARS, place, List.of(), "years", found.group(), end - begin, count.group(1));
            }
        }
    }

    private static void days(Reading reading, int passage, List<Dates.Found> dates) {
        for (var at = 0; at + 1 < dates.size(); at++) {
            var first = dates.get(at);
            var second = dates.get(at + 1);
            var text = reading.text(passage);
            if (second.from() - first.to() < 24
                    && SPAN.matcher(text.substring(first.to(), second.from())).matches()) {
                span(reading, passage, first, second);
            }
        }
    }

    private static void span(Reading reading, int passage, Dates.Found first, Dates.Found second) {
        var text = reading.text(passage);
        var place = new Place(passage, first.from(), second.to());
        var begin = first.year() == null && second.year() != null ? first.in(second.year()) : first.date();
        var end = second.date();
        if (begin.isEmpty() || end.isEmpty()) {
            return;
        }
        if (end.get().isBefore(begin.get())) {
            reading.say(
                    Kind.TERM_REVERSED,
                    place,
                    List.of(),
                    "reversed",
                    text.substring(first.from(), first.to()),
                    text.substring(second.from(), second.to()));
        } else if (first.dayAndMonth().equals(second.dayAndMonth())) {
            feast(reading, place, end.get().getYear() - begin.get().getYear());
        }
    }

    /** "65 năm Ngày … (15/6/1957-15/6/2022)" */
    private static void feast(Reading reading, Place place, int years) {
        var text = reading.text(place.passage());
        var feast = FEAST.matcher(text.substring(Math.max(0, place.from() - 110), place.from()));
        if (feast.find() && Integer.parseInt(feast.group(1)) != years) {
            reading.say(
                    Kind.YEARS,
                    place,
                    List.of(),
                    "years",
                    text.substring(place.from(), place.to()),
                    years,
                    feast.group(1));
        }
    }
}
