package org.giaoban.readers;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** What is asked of readers from a day on: how often, how long it is kept, when letters are written. */
record ReaderRules(LocalDate from, Map<ReaderRule, String> values) {

    /** How much work a browser does before it may send, and how much may wait. */
    record Size(int steps, int mostWaiting) {}

    /** A set of the profile, its rules by group and name. */
    static ReaderRules of(Map<?, ?> set) {
        var values = new EnumMap<ReaderRule, String>(ReaderRule.class);
        for (var rule : ReaderRule.values()) {
            var place = rule.path().split("\\.");
            var group = place.length == 1 ? set : set.get(place[0]) instanceof Map<?, ?> found ? found : Map.of();
            var value = group.get(place[place.length - 1]);
            if (value != null) {
                values.put(rule, Objects.requireNonNull(rule.read(value.toString()), rule.path()));
            }
        }
        return new ReaderRules(LocalDate.parse(String.valueOf(set.get("from"))), values);
    }

    public String value(ReaderRule rule) {
        return values.getOrDefault(rule, rule.otherwise());
    }

    private int number(ReaderRule rule) {
        return Integer.parseInt(value(rule));
    }

    int turns(String kind) {
        return number(ReaderRule.at("turns." + kind));
    }

    int keepDays(String kind) {
        return number(ReaderRule.at("keep-days." + kind));
    }

    Size size() {
        return new Size(number(ReaderRule.STEPS), number(ReaderRule.MOST_WAITING));
    }

    /** The time of day at which the letters of that pace are written. */
    LocalTime hour(Pace pace) {
        return LocalTime.parse(value(pace == Pace.DAILY ? ReaderRule.LETTER_DAILY : ReaderRule.LETTER_WEEKLY));
    }

    DayOfWeek weeklyDay() {
        return DayOfWeek.valueOf(value(ReaderRule.LETTER_WEEKLY_DAY));
    }
}
