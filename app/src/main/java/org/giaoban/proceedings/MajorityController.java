package org.giaoban.proceedings;

import static org.giaoban.access.Capability.CATALOGUE_EDIT;
import static org.giaoban.access.Capability.MEETING_RUN;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.giaoban.access.Requires;
import org.giaoban.audit.AuditEntry;
import org.giaoban.platform.Flash;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Texts;
import org.giaoban.proceedings.Majority.Base;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The rules of majority: what holds, what held, and the form for what holds from a day on. */
@Controller
class MajorityController {

    private static final String HREF = "/rules/majorities";

    private final MajorityDesk desk;
    private final Flash flash;

    MajorityController(MajorityDesk desk, Flash flash) {
        this.desk = desk;
        this.flash = flash;
    }

    /** What the page shows; the effect where the form was tried. */
    public record Page(
            List<Majority> rules,
            LocalDate today,
            MajorityForm form,
            MajorityDesk.@Nullable Effect effect,
            List<AuditEntry> history,
            boolean edits,
            Map<String, String> errors) {

        String last(Majority rule) {
            var until = rule.until();
            return until == null ? "" : Formats.date(until.minusDays(1));
        }

        /** In force, to come, or over. */
        String state(Majority rule) {
            var until = rule.until();
            if (until != null && !until.isAfter(today)) {
                return "past";
            }
            return rule.from().isAfter(today) ? "coming" : "now";
        }

        static Map<String, String> bases() {
            var options = new LinkedHashMap<String, String>();
            options.put(Base.ENTITLED.name(), Texts.text("proceedings.majority.entitled"));
            options.put(Base.PRESENT.name(), Texts.text("proceedings.majority.present"));
            return options;
        }

        static Map<String, String> comparisons() {
            var options = new LinkedHashMap<String, String>();
            options.put("true", Texts.text("proceedings.majority.over"));
            options.put("false", Texts.text("proceedings.majority.least"));
            return options;
        }
    }

    @GetMapping(HREF)
    @Requires({MEETING_RUN, CATALOGUE_EDIT})
    ModelAndView list(@RequestParam(defaultValue = "") String rule) {
        var known = desk.all().stream()
                .filter(one -> one.code().equals(rule))
                .findFirst()
                .orElse(null);
        return page(MajorityForm.of(known, desk.today().plusDays(1)), null, Map.of());
    }

    /** Tries the version or puts it in force; a trial changes nothing. */
    @PostMapping(HREF)
    @Requires(CATALOGUE_EDIT)
    ModelAndView put(@ModelAttribute MajorityForm form, @RequestParam(defaultValue = "try") String act) {
        var errors = form.errors(desk.today());
        if (errors.isEmpty() && "try".equals(act)) {
            return page(form, desk.effect(form.rule(), form.entitledNumber(), form.presentNumber()), Map.of());
        }
        if (errors.isEmpty() && !desk.put(form.rule())) {
            errors.put("from", Texts.text("proceedings.majority.error.later"));
        }
        if (!errors.isEmpty()) {
            var again = page(form, null, errors);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        flash.ok("proceedings.majority.saved", Formats.date(form.rule().from()));
        return new ModelAndView("redirect:" + HREF);
    }

    @PostMapping(HREF + "/end")
    @Requires(CATALOGUE_EDIT)
    String end(@RequestParam String code, @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate last) {
        if (!last.isBefore(desk.today()) && desk.end(code, last)) {
            flash.ok("proceedings.majority.ended", Formats.date(last));
        } else {
            flash.error("proceedings.majority.not-ended");
        }
        return "redirect:" + HREF;
    }

    private ModelAndView page(MajorityForm form, MajorityDesk.@Nullable Effect effect, Map<String, String> errors) {
        return new ModelAndView(
                "proceedings/majorities",
                "page",
                new Page(desk.all(), desk.today(), form, effect, desk.history(), desk.edits(), errors));
    }
}
