package org.giaoban.disclosure;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.giaoban.organization.Organization;
import org.giaoban.pages.Kept;
import org.giaoban.platform.ForEveryone;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Texts;
import org.giaoban.portal.PublicFrame;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The calendar of public meetings and events, and the year's plan with what came of it. */
@Controller
class WorkCalendarController {

    private static final int MOST = 200;
    private static final int COMING = 5;

    private final ReleasedRepository released;
    private final Occasions occasions;
    private final Organization organization;
    private final PublicFrame frame;
    private final Clock clock;

    WorkCalendarController(
            ReleasedRepository released,
            Occasions occasions,
            Organization organization,
            PublicFrame frame,
            Clock clock) {
        this.released = released;
        this.occasions = occasions;
        this.organization = organization;
        this.frame = frame;
        this.clock = clock;
    }

    /** One meeting, event or piece of planned work. */
    public record Entry(
            String title,
            @Nullable String language,
            String sort,
            String when,
            String place,
            String host,
            ItemSheets.@Nullable Mark state,
            String result,
            String href) {}

    public record Day(String name, boolean today, List<Entry> entries) {}

    public record WeekPage(
            PublicFrame.Around around, String title, List<Day> days, List<Entry> coming, String before, String after) {}

    public record PlanPage(
            PublicFrame.Around around, String year, Map<String, String> years, List<Entry> entries, String done) {}

    @Kept
    @GetMapping("/lich-cong-tac")
    @ForEveryone
    ModelAndView week(@RequestParam(name = "tu", required = false) @Nullable String from) {
        var today = LocalDate.now(clock);
        var monday = day(from, today).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var found = occasions.between(monday, monday.plusDays(7), MOST);
        var names = hosts(found);
        var days = new ArrayList<Day>();
        for (var day = monday; day.isBefore(monday.plusDays(7)); day = day.plusDays(1)) {
            var on = day;
            var entries = found.stream()
                    .filter(each -> each.on().equals(on) || each.until() != null && each.holds(on))
                    .map(each -> entry(each, names, today))
                    .toList();
            days.add(new Day(named(day), day.equals(today), entries));
        }
        var next = occasions.between(monday.plusDays(7), monday.plusDays(97), COMING);
        var later = hosts(next);
        var coming = next.stream().map(each -> entry(each, later, today)).toList();
        var title = Texts.text("disclosure.week.title", Formats.date(monday), Formats.date(monday.plusDays(6)));
        return new ModelAndView(
                "disclosure/week",
                "page",
                new WeekPage(
                        frame.around(SiteShelf.CALENDAR),
                        title,
                        days,
                        coming,
                        at(monday.minusDays(7)),
                        at(monday.plusDays(7))));
    }

    private static String at(LocalDate monday) {
        return "/lich-cong-tac?tu=" + monday;
    }

    private static LocalDate day(@Nullable String typed, LocalDate today) {
        try {
            var day = typed == null ? today : LocalDate.parse(typed);
            return day.getYear() < 1900 || day.getYear() > 2200 ? today : day;
        } catch (DateTimeParseException unreadable) {
            return today;
        }
    }

    private static String named(LocalDate day) {
        var locale = LocaleContextHolder.getLocale();
        return DateTimeFormatter.ofPattern("EEEE", locale).format(day) + ", " + Formats.date(day);
    }

    @Kept
    @GetMapping("/ke-hoach")
    @ForEveryone
    ModelAndView plan(@RequestParam(name = "nam", required = false) @Nullable Integer asked) {
        var today = LocalDate.now(clock);
        var year = asked != null && asked >= 1900 && asked <= 2200 ? asked : today.getYear();
        var first = LocalDate.of(year, 1, 1);
        var found = released.between(List.of("PLAN"), first, first.plusYears(1), ReleasedRepository.Asked.ANY, MOST);
        var names = hosts(found);
        var entries = found.stream().map(each -> entry(each, names, today)).toList();
        var done = found.stream()
                .filter(each -> each.facts().text("progress").equals("DONE"))
                .count();
        var years = new LinkedHashMap<String, String>();
        released.years(Kind.WORK).forEach(each -> years.put("/ke-hoach?nam=" + each, each.toString()));
        years.putIfAbsent("/ke-hoach?nam=" + year, String.valueOf(year));
        var page = new PlanPage(
                frame.around(SiteShelf.CALENDAR),
                String.valueOf(year),
                years,
                entries,
                Texts.text("disclosure.plan.done", done, found.size()));
        return new ModelAndView("disclosure/plan", "page", page);
    }

    private Map<org.giaoban.kernel.UnitId, String> hosts(List<Released> found) {
        return organization.names(found.stream().map(Released::unit).distinct().toList(), LocalDate.now(clock));
    }

    static Entry entry(Released each, Map<org.giaoban.kernel.UnitId, String> units, LocalDate today) {
        var facts = each.facts();
        var host = facts.has("host") ? facts.text("host") : units.getOrDefault(each.unit(), "");
        return new Entry(
                each.title(),
                facts.language("title"),
                Texts.text("disclosure.sort." + each.sort().toLowerCase(Locale.ROOT)),
                when(each),
                facts.told("place"),
                host,
                state(facts, each, today),
                facts.told("result"),
                facts.text("href"));
    }

    private static String when(Released each) {
        var at = each.facts().text("at");
        var hours = each.facts().has("untilAt") ? at + " – " + each.facts().text("untilAt") : at;
        var until = each.until();
        var days = until == null || until.equals(each.on()) ? each.day() : each.day() + " – " + Formats.date(until);
        return each.sort().equals("PLAN") || hours.isBlank() ? days : days + ", " + hours;
    }

    /** What was promised and not said to be done is late from the day after. */
    private static ItemSheets.@Nullable Mark state(Facts facts, Released each, LocalDate today) {
        var said = facts.text("progress");
        if (said.isEmpty()) {
            return null;
        }
        var last = each.until() == null ? each.on() : each.until();
        var over = last.isBefore(today)
                && (said.equals("PLANNED") || said.equals("DOING"))
                && each.sort().equals("PLAN");
        var progress = over ? "LATE" : said;
        var kind = switch (progress) {
            case "DONE" -> "done";
            case "LATE" -> "late";
            case "DOING" -> "info";
            case "PLANNED" -> "waiting";
            default -> "off";
        };
        return new ItemSheets.Mark(kind, Texts.text("disclosure.progress." + progress.toLowerCase(Locale.ROOT)));
    }
}
