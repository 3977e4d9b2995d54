package org.giaoban.indicators;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.indicators.CheckRepository.Written;
import org.giaoban.indicators.CheckRule.Relation;
import org.giaoban.indicators.CheckRule.Severity;
import org.giaoban.indicators.CheckTrial.Tried;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.platform.Flash;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The checks of returns: read, added after a look at what they say, ended. */
@Controller
class CheckController {

    private final CheckDesk desk;
    private final CheckTrial trial;
    private final Flash flash;
    private final Clock clock;

    CheckController(CheckDesk desk, CheckTrial trial, Flash flash, Clock clock) {
        this.desk = desk;
        this.trial = trial;
        this.flash = flash;
        this.clock = clock;
    }

    /** A check in words; {@code ending} is its last day when it has one, {@code ruledBy} the indicator whose parts it follows from. */
    public record Line(
            String code,
            String relation,
            String sentence,
            String severity,
            String from,
            String ending,
            @Nullable String ruledBy) {}

    public record ListPage(List<Line> lines, String q, String severity, Map<String, String> severities) {}

    public record NewPage(CheckForm form, Map<String, String> errors, Map<String, String> severities) {}

    public record PreviewPage(
            CheckForm form, String relation, String sentence, String severity, String from, List<Tried> tried) {}

    public record EndPage(Line line, String last, @Nullable String error) {}

    @GetMapping("/indicators/checks")
    @Requires({Capability.FIGURES_READ, Capability.CATALOGUE_EDIT})
    ModelAndView list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String severity) {
        var words = words(today());
        var wanted = VietnameseText.fold(q.strip());
        var written = desk.open().stream()
                .filter(check -> severity.isEmpty() || check.severity().equals(severity))
                .sorted(Comparator.comparing(CheckController::plain))
                .map(check -> line(check, words));
        var following = desk.following().stream()
                .filter(check -> severity.isEmpty() || check.severity().name().equals(severity))
                .map(check -> line(check, words));
        var lines = Stream.concat(following, written)
                .filter(line -> VietnameseText.fold(line.relation() + " " + line.sentence())
                        .contains(wanted))
                .toList();
        return new ModelAndView(
                "indicators/checks",
                Map.of("page", new ListPage(lines, q, severity, severities()), "edits", desk.mayEdit()));
    }

    /** {@code like} is a check to begin from, {@code replaces} one that ends when the new one begins. */
    @GetMapping("/indicators/checks/new")
    @Requires(Capability.CATALOGUE_EDIT)
    ModelAndView fresh(@RequestParam(defaultValue = "") String like, @RequestParam(defaultValue = "") String replaces) {
        var next = today().plusMonths(1).withDayOfMonth(1).toString();
        if (like.isEmpty()) {
            return form(new CheckForm("", Severity.NEEDS_REASON.name(), next, ""), Map.of());
        }
        var check = desk.get(like);
        return form(new CheckForm(check.relation(), check.severity(), next, replaces), Map.of());
    }

    @PostMapping("/indicators/checks/preview")
    @Requires(Capability.CATALOGUE_EDIT)
    ModelAndView preview(@ModelAttribute CheckForm form) {
        var errors = errors(form);
        if (!errors.isEmpty()) {
            return form(form, errors);
        }
        var read = Objects.requireNonNull(form.read());
        var page = new PreviewPage(
                form,
                form.written(),
                words(day(form)).sentence(read),
                severities().getOrDefault(CheckForm.text(form.severity()), ""),
                Formats.date(form.day()),
                trial.of(desk.draft(form.written(), CheckForm.text(form.severity()), day(form))));
        return new ModelAndView("indicators/checkpreview", "page", page);
    }

    @PostMapping("/indicators/checks")
    @Requires(Capability.CATALOGUE_EDIT)
    ModelAndView add(@ModelAttribute CheckForm form) {
        var errors = errors(form);
        if (!errors.isEmpty()) {
            return form(form, errors);
        }
        try {
            if (CheckForm.text(form.replaces()).isEmpty()) {
                desk.add(form.written(), CheckForm.text(form.severity()), day(form));
            } else {
                desk.replace(
                        CheckForm.text(form.replaces()), form.written(), CheckForm.text(form.severity()), day(form));
            }
        } catch (Refused refused) {
            return form(form, Map.of("from", refused.text()));
        }
        flash.ok("indicators.check-edit.added", Formats.date(form.day()));
        return new ModelAndView("redirect:/indicators/checks");
    }

    @GetMapping("/indicators/checks/{code}/end")
    @Requires(Capability.CATALOGUE_EDIT)
    ModelAndView ending(@PathVariable String code) {
        return end(code, today(), null);
    }

    @PostMapping("/indicators/checks/{code}/end")
    @Requires(Capability.CATALOGUE_EDIT)
    ModelAndView end(
            @PathVariable String code,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate last) {
        if (last == null) {
            return end(code, today(), Texts.text("indicators.edit.date"));
        }
        try {
            desk.end(code, last);
        } catch (Refused refused) {
            return end(code, last, refused.text());
        }
        flash.ok("indicators.check-edit.done", Formats.date(last));
        return new ModelAndView("redirect:/indicators/checks");
    }

    private ModelAndView end(String code, LocalDate last, @Nullable String error) {
        var page = new EndPage(line(desk.get(code), words(today())), last.toString(), error);
        var view = new ModelAndView("indicators/checkend", "page", page);
        view.setStatus(error == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private ModelAndView form(CheckForm form, Map<String, String> errors) {
        var view = new ModelAndView("indicators/checknew", "page", new NewPage(form, errors, severities()));
        view.setStatus(errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private Map<String, String> errors(CheckForm form) {
        return form.errors(desk.names(day(form)), OpenMonths.of(clock));
    }

    private LocalDate day(CheckForm form) {
        return Objects.requireNonNullElseGet(form.day(), this::today);
    }

    private CheckWords words(LocalDate on) {
        return new CheckWords(desk.names(on));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Bounds of a single figure come last: there are many and they say little. */
    private static boolean plain(Written check) {
        return CheckReader.read(check.relation()) instanceof Relation.Bounds;
    }

    private static Line line(Written check, CheckWords words) {
        return new Line(
                check.code(),
                check.relation().replace("<=", "≤"),
                words.sentence(CheckReader.read(check.relation())),
                severities().getOrDefault(check.severity(), ""),
                Formats.date(check.from()),
                check.until() == null ? "" : Formats.date(check.until().minusDays(1)),
                null);
    }

    private static Line line(CheckRule check, CheckWords words) {
        var until = check.valid().until();
        var ruledBy = check.relation() instanceof Relation.Part part
                ? part.whole()
                : check.relation().subject();
        return new Line(
                check.code(),
                Words.relation(check),
                words.sentence(check.relation()),
                Words.severity(check),
                Formats.date(check.valid().from()),
                until == null ? "" : Formats.date(until.minusDays(1)),
                ruledBy);
    }

    private static Map<String, String> severities() {
        var severities = new LinkedHashMap<String, String>();
        Arrays.stream(Severity.values()).forEach(one -> severities.put(one.name(), Words.severity(one)));
        return severities;
    }
}
