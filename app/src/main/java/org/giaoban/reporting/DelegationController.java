package org.giaoban.reporting;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.access.Capability;
import org.giaoban.access.Delegations;
import org.giaoban.access.Requires;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.Weight;
import org.giaoban.identity.Weighty;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.Flash;
import org.giaoban.platform.ForSignedIn;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who decides on returns in whose place: seen from both sides, given, taken back. */
@Controller
class DelegationController {

    private static final String HREF = "/returns/delegations";

    private final Delegations delegations;
    private final DelegationViews views;
    private final Accounts accounts;
    private final Flash flash;

    DelegationController(Delegations delegations, DelegationViews views, Accounts accounts, Flash flash) {
        this.delegations = delegations;
        this.views = views;
        this.accounts = accounts;
        this.flash = flash;
    }

    @GetMapping(HREF)
    @ForSignedIn
    ModelAndView list() {
        return new ModelAndView("reporting/delegations", "page", views.page());
    }

    @GetMapping(HREF + "/new")
    @Requires(Capability.REPORT_ACCEPT)
    ModelAndView blank(@RequestParam(defaultValue = "") String level) {
        return form(DelegationForm.blank(level, views.today()), Map.of());
    }

    private ModelAndView form(DelegationForm form, Map<String, String> errors) {
        return new ModelAndView("reporting/delegation", "page", views.form(form, errors));
    }

    @PostMapping(HREF)
    @Requires(Capability.REPORT_ACCEPT)
    @Weighty(Weight.GRANTS)
    ModelAndView give(DelegationForm form) {
        var errors = new LinkedHashMap<>(form.errors());
        var taker = accounts.byLogin(form.login());
        if (taker.isEmpty()) {
            errors.put("login", Texts.text("reporting.delegation.unknown", form.login()));
        }
        if (errors.isEmpty()) {
            try {
                var units = new LinkedHashSet<UnitId>(views.units(form.units()));
                delegations.give(taker.orElseThrow(), units, form.dates());
                flash.ok("reporting.delegation.given", views.name(taker.orElseThrow()), units.size());
                return new ModelAndView("redirect:" + HREF);
            } catch (Refused refused) {
                errors.put(refused.key().equals("access.delegation.days") ? "last" : "login", refused.text());
            }
        }
        var again = form(form, errors);
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again;
    }

    /** Whoever gave it may have lost the right since, and still takes it back. */
    @PostMapping(HREF + "/{id}/revoke")
    @ForSignedIn
    String revoke(@PathVariable UUID id) {
        try {
            delegations.revoke(id);
            flash.ok("reporting.delegation.revoked");
        } catch (Refused refused) {
            flash.refused(refused);
        }
        return "redirect:" + HREF;
    }

    /** One delegation in words. */
    public record Line(
            UUID id,
            String giver,
            String taker,
            List<String> units,
            String from,
            String last,
            State state,
            boolean mayRevoke) {}

    /** Whether it runs, will run, is over, was taken back, or lacks the right it was given from. */
    public enum State {
        RUNS("done"),
        COMING("info"),
        UNBACKED("late"),
        REVOKED("neutral"),
        OVER("neutral");

        private final String tone;

        State(String tone) {
            this.tone = tone;
        }

        public String tone() {
            return tone;
        }
    }

    /** Both sides, and what others gave each other for those who decide on rights there. */
    public record ListPage(List<Line> given, List<Line> taken, List<Line> others, boolean mayGive) {}

    /** A level whose units are offered; {@code people} who may be meant, by log-in name. */
    public record FormPage(
            DelegationForm form,
            Map<String, String> levels,
            Map<String, String> units,
            Map<String, String> people,
            Map<String, String> errors) {}
}
