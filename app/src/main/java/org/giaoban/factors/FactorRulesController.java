package org.giaoban.factors;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.audit.AuditEntry;
import org.giaoban.factors.FactorRules.Need;
import org.giaoban.factors.FactorRules.Rule;
import org.giaoban.identity.Weight;
import org.giaoban.identity.Weighty;
import org.giaoban.platform.Flash;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Texts;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The rules of second factors and fresh proofs: what holds, what held, and the form for what holds from a day on. */
@Controller
class FactorRulesController {

    private static final String HREF = "/rules/factors";

    private final FactorRulesChange change;
    private final Flash flash;

    FactorRulesController(FactorRulesChange change, Flash flash) {
        this.change = change;
        this.flash = flash;
    }

    public record Page(
            List<Rule> rules,
            LocalDate today,
            FactorRuleForm form,
            boolean mayChange,
            List<AuditEntry> history,
            Map<String, String> errors) {

        String name(Rule rule) {
            return FactorRuleForm.name(rule);
        }

        String need(Rule rule) {
            var need = Texts.text(rule.need() == Need.FACTOR ? "factors.need.factor" : "factors.need.any");
            return rule.minutes() == null ? need : Texts.text("factors.rules.fresh", need, rule.minutes());
        }

        String last(Rule rule) {
            var until = rule.until();
            return until == null ? "" : Formats.date(until.minusDays(1));
        }

        Map<String, String> subjects() {
            return FactorRuleForm.subjects();
        }

        Map<String, String> needs() {
            return FactorRuleForm.needs();
        }
    }

    @Requires(Capability.GRANTS)
    @GetMapping(HREF)
    ModelAndView list() {
        return page(FactorRuleForm.blank(change.today()), Map.of());
    }

    @Requires(Capability.GRANTS)
    @Weighty(Weight.GRANTS)
    @PostMapping(HREF)
    ModelAndView put(FactorRuleForm form) {
        var errors = form.errors(change.today());
        if (errors.isEmpty() && !change.put(form.rule())) {
            errors.put("from", Texts.text("factors.rules.error.later"));
        }
        if (!errors.isEmpty()) {
            var again = page(form, errors);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        flash.ok("factors.rules.saved", Formats.date(form.rule().from()));
        return new ModelAndView("redirect:" + HREF);
    }

    @Requires(Capability.GRANTS)
    @Weighty(Weight.GRANTS)
    @PostMapping(HREF + "/{id}/end")
    String end(@PathVariable UUID id, @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate last) {
        if (!last.isBefore(change.today()) && change.end(id, last)) {
            flash.ok("factors.rules.ended", Formats.date(last));
        } else {
            flash.error("factors.rules.not-ended");
        }
        return "redirect:" + HREF;
    }

    private ModelAndView page(FactorRuleForm form, Map<String, String> errors) {
        return new ModelAndView(
                "factors/rules",
                "page",
                new Page(change.all(), change.today(), form, change.mayChange(), change.history(), errors));
    }
}
