package org.giaoban.tasks;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.kernel.Period;
import org.giaoban.platform.ForSignedIn;
import org.giaoban.platform.TableExport;
import org.giaoban.platform.Texts;
import org.giaoban.tasks.Rates.By;
import org.giaoban.tasks.TaskFilter.View;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** The on-time rates; every number leads to the tasks behind it. */
@Controller
class RateController {

    private static final int PERIODS = 12;

    private final Rates rates;
    private final Deeds deeds;

    RateController(Rates rates, Deeds deeds) {
        this.rates = rates;
        this.deeds = deeds;
    }

    /** What is asked for. */
    record Asked(View view, By by, Period period) {

        static Asked of(Map<String, String> query, LocalDate today) {
            var view = "given".equals(query.get("view")) ? View.GIVEN : View.UNIT;
            var by = "person".equals(query.get("by")) ? By.PERSON : By.UNIT;
            return new Asked(view, by, period(query.get("period"), today));
        }

        private static Period period(@Nullable String code, LocalDate today) {
            try {
                return code == null ? Period.monthOf(today) : Period.parse(code);
            } catch (IllegalArgumentException unreadable) {
                return Period.monthOf(today);
            }
        }

        String at(String path) {
            return UriComponentsBuilder.fromPath(path)
                    .queryParam("view", view.code())
                    .queryParam("by", by.name().toLowerCase(java.util.Locale.ROOT))
                    .queryParam("period", period.code())
                    .toUriString();
        }
    }

    /** The table. */
    public record Page(Asked asked, Rates.Table table, LocalDate today) {

        Map<String, String> views() {
            var tabs = new LinkedHashMap<String, String>();
            List.of(View.UNIT, View.GIVEN)
                    .forEach(view -> tabs.put(
                            new Asked(view, asked.by(), asked.period()).at("/tasks/rates"),
                            Texts.text("tasks.list.view." + view.code())));
            return tabs;
        }

        Map<String, String> bys() {
            var all = new LinkedHashMap<String, String>();
            Arrays.stream(By.values())
                    .forEach(by -> all.put(
                            new Asked(asked.view(), by, asked.period()).at("/tasks/rates"),
                            Texts.text("tasks.rates.by." + by.name().toLowerCase(java.util.Locale.ROOT))));
            return all;
        }

        Map<String, String> periods() {
            var periods = new LinkedHashMap<String, String>();
            offer(periods, asked.period());
            offer(periods, Period.ofYear(today.getYear()));
            offer(periods, Period.quarter(today.getYear(), (today.getMonthValue() + 2) / 3));
            var month = Period.monthOf(today);
            for (var back = 0; back < PERIODS; back++) {
                offer(periods, month);
                month = month.previous();
            }
            return periods;
        }

        private static void offer(Map<String, String> periods, Period period) {
            periods.putIfAbsent(period.code(), period.label(LocaleContextHolder.getLocale()));
        }

        /** The list behind a number of a unit or person, or of all. */
        String behind(String count, @Nullable UUID id) {
            var uri = UriComponentsBuilder.fromPath("/tasks")
                    .queryParam("view", asked.view().code())
                    .queryParam("count", count)
                    .queryParam("period", asked.period().code());
            if (id != null) {
                uri.queryParam(asked.by() == By.UNIT ? "unit" : "person", id);
            }
            return uri.toUriString();
        }
    }

    @GetMapping("/tasks/rates")
    @ForSignedIn
    ModelAndView show(@RequestParam Map<String, String> query) {
        var asked = Asked.of(query, deeds.today());
        return new ModelAndView("tasks/rates", "page", new Page(asked, table(asked), deeds.today()));
    }

    @GetMapping("/tasks/rates.xlsx")
    @ForSignedIn
    ResponseEntity<byte[]> workbook(@RequestParam Map<String, String> query) {
        var asked = Asked.of(query, deeds.today());
        var headers = List.of("name", "given", "in-time", "extended", "late", "overdue", "rate").stream()
                .map(name -> Texts.text("tasks.rates." + name))
                .toList();
        var rows = table(asked).rows().stream()
                .map(rate -> Arrays.<@Nullable Object>asList(
                        rate.name(),
                        rate.given(),
                        rate.inTime(),
                        rate.extended(),
                        rate.late(),
                        rate.overdue(),
                        rate.percent()))
                .toList();
        return new TableExport(Texts.text("tasks.rates.file"), headers, rows).xlsx();
    }

    private Rates.Table table(Asked asked) {
        return rates.of(asked.view(), asked.by(), asked.period());
    }
}
