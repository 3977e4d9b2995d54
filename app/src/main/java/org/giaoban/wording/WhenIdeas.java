package org.giaoban.wording;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.WorkingCalendar;
import org.giaoban.organization.Organization;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Texts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Days that suggest themselves: a week from now, the unit's next meeting, the ends of month and quarter, all on working days. */
@Component
class WhenIdeas {

    private static final int WEEK = 5;

    private final Organization organization;
    private final ObjectProvider<DayIdea> others;

    WhenIdeas(Organization organization, ObjectProvider<DayIdea> others) {
        this.organization = organization;
        this.others = others;
    }

    List<Suggestion> of(UnitId unit, LocalDate today) {
        var calendar = organization.workingCalendar();
        var days = new LinkedHashMap<LocalDate, String>();
        others.stream()
                .flatMap(source -> source.days(unit, today).stream())
                .forEach(idea -> days.putIfAbsent(idea.day(), idea.label()));
        days.putIfAbsent(calendar.plusWorkingDays(today, WEEK), Texts.text("wording.when.week"));
        days.putIfAbsent(lastWorkingDay(calendar, monthEnd(today)), Texts.text("wording.when.month"));
        days.putIfAbsent(lastWorkingDay(calendar, quarterEnd(today)), Texts.text("wording.when.quarter"));
        var ideas = new ArrayList<Suggestion>();
        days.forEach((day, label) -> {
            if (day.isAfter(today)) {
                ideas.add(idea(day, label));
            }
        });
        return ideas;
    }

    private static Suggestion idea(LocalDate day, String label) {
        return new Suggestion(
                Missing.WHEN,
                label + " " + Formats.date(day),
                "due",
                day.toString(),
                Texts.text("wording.when.words", Formats.date(day)));
    }

    private static LocalDate monthEnd(LocalDate day) {
        return day.with(TemporalAdjusters.lastDayOfMonth());
    }

    private static LocalDate quarterEnd(LocalDate day) {
        return monthEnd(day.plusMonths(2 - (day.getMonthValue() - 1) % 3));
    }

    static LocalDate lastWorkingDay(WorkingCalendar calendar, LocalDate day) {
        return calendar.isWorkingDay(day) ? day : calendar.plusWorkingDays(day, -1);
    }
}
