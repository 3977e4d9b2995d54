package org.giaoban.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Collectors;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.WorkingCalendar;
import org.giaoban.organization.Organization;
import org.giaoban.organization.Unit;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.TableExport;
import org.giaoban.reporting.DueCalendar.Due;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The calendar of what is due, by month. */
@Controller
class CalendarController {

    private static final int MONTHS_AHEAD = 11;
    private static final int WEEK = 7;

    private final DueCalendar calendar;
    private final ReturnLists lists;
    private final Organization organization;
    private final Clock clock;

    CalendarController(DueCalendar calendar, ReturnLists lists, Organization organization, Clock clock) {
        this.calendar = calendar;
        this.lists = lists;
        this.organization = organization;
        this.clock = clock;
    }

    /** A day of the month's sheet; outside the month it is empty. */
    public record Day(LocalDate day, boolean within, boolean worked, boolean today, List<Due> dues) {}

    /** The sheet of a month, whole weeks from Monday. */
    public record Page(Unit unit, YearMonth month, String title, List<List<Day>> weeks, List<Due> dues) {

        String href(Due due) {
            return due.own()
                    ? ReturnKey.href(unit.code(), due.form().code(), due.period())
                    : "/returns/completeness?unit=" + unit.code() + "&period="
                            + due.period().code() + "&form=" + due.form().code();
        }

        String at(YearMonth other) {
            return "/returns/calendar?unit=" + unit.code() + "&month=" + other;
        }
    }

    @GetMapping("/returns/calendar")
    @Requires(Capability.REPORT_READ)
    ModelAndView month(@RequestParam(required = false) String unit, @RequestParam(required = false) String month) {
        var shown = month(month);
        var top = lists.readable(unit).orElseThrow(() -> new NotFound("unit"));
        var dues = calendar.of(top, shown, shown);
        var title = PeriodName.title(Period.month(shown.getYear(), shown.getMonthValue()));
        return new ModelAndView("reporting/calendar", "page", new Page(top, shown, title, weeks(shown, dues), dues));
    }

    /** This month and eleven more, for a calendar program. */
    @GetMapping("/returns/calendar/export")
    @Requires(Capability.REPORT_READ)
    ResponseEntity<byte[]> file(@RequestParam(required = false) String unit) {
        var top = lists.readable(unit).orElseThrow(() -> new NotFound("unit"));
        var first = YearMonth.from(LocalDate.now(clock));
        var dues = calendar.of(top, first, first.plusMonths(MONTHS_AHEAD));
        return TableExport.file(
                "lich-bao-cao-" + top.code() + ".ics",
                "text/calendar;charset=UTF-8",
                CalendarFile.of(top, dues, clock.instant()));
    }

    private YearMonth month(@Nullable String text) {
        var now = YearMonth.from(LocalDate.now(clock));
        if (text == null || text.isBlank()) {
            return now;
        }
        try {
            var month = YearMonth.parse(text);
            if (Math.abs(month.getYear() - now.getYear()) > 50) {
                throw new NotFound(text);
            }
            return month;
        } catch (DateTimeParseException e) {
            throw new NotFound(text);
        }
    }

    private List<List<Day>> weeks(YearMonth month, List<Due> dues) {
        var byDay = dues.stream().collect(Collectors.groupingBy(Due::day));
        var works = organization.workingCalendar();
        var first = month.atDay(1);
        var monday = first.minusDays(first.getDayOfWeek().getValue() - 1L);
        var weeks = new java.util.ArrayList<List<Day>>();
        for (var start = monday; !start.isAfter(month.atEndOfMonth()); start = start.plusDays(WEEK)) {
            weeks.add(start.datesUntil(start.plusDays(WEEK))
                    .map(day -> day(day, month, works, byDay.getOrDefault(day, List.of())))
                    .toList());
        }
        return weeks;
    }

    private Day day(LocalDate day, YearMonth month, WorkingCalendar works, List<Due> dues) {
        return new Day(
                day,
                YearMonth.from(day).equals(month),
                works.isWorkingDay(day),
                day.equals(LocalDate.now(clock)),
                dues);
    }
}
