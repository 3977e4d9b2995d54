package org.giaoban.meetings;

import static org.giaoban.access.Capability.MEETING_RUN;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.giaoban.access.Requires;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.Flash;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The series: which meetings come again by a rule. */
@Controller
class SeriesController {

    private final SeriesDesk desk;
    private final Flash flash;

    SeriesController(SeriesDesk desk, Flash flash) {
        this.desk = desk;
        this.flash = flash;
    }

    /** All series of the viewer's units. */
    public record ListPage(List<SeriesDesk.Row> rows) {

        String rule(SeriesDesk.Row row) {
            var recurrence = row.line().recurrence();
            return recurrence == null ? Texts.text("meetings.series.none") : SeriesWords.rule(recurrence);
        }
    }

    /** The rule of one series. */
    public record EditPage(SeriesForm form, String unitName, String kindName, Map<String, String> errors) {

        Map<String, String> patterns() {
            return options("meetings.series.pattern.", Stream.of(Recurrence.Pattern.values()));
        }

        Map<String, String> shifts() {
            return options("meetings.series.shift.", Stream.of(Recurrence.Shift.values()));
        }

        Map<String, String> weekdays() {
            return options(
                    "meetings.series.weekday.", IntStream.rangeClosed(1, 7).boxed());
        }

        Map<String, String> everies() {
            return options("meetings.series.every.", Stream.of(1, 2, 3, 6, 12));
        }

        private static Map<String, String> options(String key, Stream<?> all) {
            var options = new LinkedHashMap<String, String>();
            all.forEach(one -> options.put(
                    one.toString(),
                    Texts.text(key
                            + one.toString().toLowerCase(java.util.Locale.ROOT).replace('_', '-'))));
            return options;
        }
    }

    @GetMapping("/meetings/series")
    @Requires(MEETING_RUN)
    ModelAndView list() {
        return new ModelAndView("meetings/series", "page", new ListPage(desk.rows()));
    }

    @GetMapping("/meetings/series/edit")
    @Requires(MEETING_RUN)
    ModelAndView edit(@RequestParam String unit, @RequestParam(defaultValue = "") String kind) {
        return page(desk.form(unit(unit), kind), Map.of());
    }

    @PostMapping("/meetings/series")
    @Requires(MEETING_RUN)
    ModelAndView put(@ModelAttribute SeriesForm form, @RequestParam(name = "unit") String of) {
        var errors = form.errors();
        var unit = unit(of);
        desk.demand(unit);
        if (!errors.isEmpty()) {
            var again = page(form, errors);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        desk.put(unit, SeriesForm.value(form.kind()), form.recurrence());
        flash.ok("meetings.flash.series");
        return new ModelAndView("redirect:/meetings/series");
    }

    @PostMapping("/meetings/series/end")
    @Requires(MEETING_RUN)
    ModelAndView end(@RequestParam String unit, @RequestParam String kind) {
        desk.drop(unit(unit), kind);
        flash.ok("meetings.flash.series-ended");
        return new ModelAndView("redirect:/meetings/series");
    }

    private ModelAndView page(SeriesForm form, Map<String, String> errors) {
        var kind = SeriesForm.value(form.kind());
        return new ModelAndView(
                "meetings/seriesedit",
                "page",
                new EditPage(
                        form,
                        desk.unitName(unit(SeriesForm.value(form.unit()))),
                        desk.kindNames().getOrDefault(kind, kind),
                        errors));
    }

    private static UnitId unit(String text) {
        return PlanForm.uuid(text).map(UnitId::new).orElseThrow(() -> new NotFound(text));
    }
}
