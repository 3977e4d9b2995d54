package org.giaoban.access;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.identity.Weight;
import org.giaoban.identity.Weighty;
import org.giaoban.kernel.AccountId;
import org.giaoban.platform.Flash;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The administrators' pages about rights: by unit, give, end. */
@Controller
class GrantsController {

    private final Grants grants;
    private final GrantViews views;
    private final UnitPick units;
    private final Recording clock;
    private final Flash flash;

    GrantsController(Grants grants, GrantViews views, UnitPick units, Recording clock, Flash flash) {
        this.grants = grants;
        this.views = views;
        this.units = units;
        this.clock = clock;
        this.flash = flash;
    }

    /** @param unit chosen unit, empty before one is chosen */
    public record UnitPage(String unit, Map<String, String> units, List<GrantViews.Line> grants) {}

    public record FormPage(
            GrantForm form,
            String accountName,
            Map<String, String> rights,
            Map<String, String> units,
            Map<String, String> errors) {}

    public record PreviewPage(GrantForm form, GrantViews.Opening opening, String unitName) {}

    public record EndPage(
            GrantViews.Line grant, String last, @Nullable String error) {}

    @Requires(Capability.GRANTS)
    @GetMapping("/grants")
    ModelAndView list(@RequestParam(defaultValue = "") String unit) {
        var offered = units.offered(Capability.GRANTS);
        if (unit.isBlank()) {
            return new ModelAndView("access/grants", "page", new UnitPage("", offered, List.of()));
        }
        var found = units.find(unit, Capability.GRANTS).orElseThrow(() -> new NotFound(unit));
        return new ModelAndView("access/grants", "page", new UnitPage(unit, offered, views.in(found)));
    }

    @Requires(Capability.GRANTS)
    @Weighty(Weight.GRANTS)
    @GetMapping("/grants/new")
    ModelAndView blank(@RequestParam UUID account) {
        var today = clock.today().toString();
        return form(new GrantForm(account, "", "", Reach.BELOW.name(), today, ""), Map.of());
    }

    /** Shows what the grant would open before it is given. */
    @Requires(Capability.GRANTS)
    @PostMapping("/grants/preview")
    ModelAndView preview(GrantForm form) {
        var unit = units.named(form.unit());
        var errors = form.errors(unit.isPresent());
        if (!errors.isEmpty() || unit.isEmpty()) {
            return unprocessable(form(form, errors));
        }
        var opening = views.opening(form.accountId(), form.given(), unit.get(), form.reachOf());
        return new ModelAndView(
                "access/grantpreview", "page", new PreviewPage(form, opening, views.unitName(unit.get())));
    }

    @Requires(Capability.GRANTS)
    @Weighty(Weight.GRANTS)
    @PostMapping("/grants")
    ModelAndView give(GrantForm form) {
        var unit = units.named(form.unit());
        var errors = form.errors(unit.isPresent());
        if (!errors.isEmpty() || unit.isEmpty()) {
            return unprocessable(form(form, errors));
        }
        try {
            grants.give(form.accountId(), form.given(), unit.get(), form.reachOf(), form.dates());
        } catch (Refused refused) {
            return unprocessable(form(form, Map.of("right", refused.text())));
        }
        flash.ok("access.grant.done");
        return new ModelAndView("redirect:/accounts/" + form.account());
    }

    @Requires(Capability.GRANTS)
    @GetMapping("/grants/{id}/end")
    ModelAndView end(@PathVariable UUID id) {
        return end(id, clock.today().toString(), null);
    }

    @Requires(Capability.GRANTS)
    @Weighty(Weight.GRANTS)
    @PostMapping("/grants/{id}/end")
    ModelAndView end(@PathVariable UUID id, @RequestParam(defaultValue = "") String last) {
        var day = GrantForm.day(last);
        if (day == null) {
            return unprocessable(end(id, last, Texts.text("access.grant.date-form")));
        }
        var account = views.line(new GrantId(id)).account();
        try {
            grants.end(new GrantId(id), day.plusDays(1));
        } catch (Refused refused) {
            return unprocessable(end(id, last, refused.text()));
        }
        flash.ok("access.grant.ended");
        return new ModelAndView("redirect:/accounts/" + account);
    }

    private ModelAndView form(GrantForm form, Map<String, String> errors) {
        var name = views.accountName(new AccountId(form.account()));
        return new ModelAndView(
                "access/grant",
                "page",
                new FormPage(form, name, views.rights(), units.offered(Capability.GRANTS), errors));
    }

    private ModelAndView end(UUID id, String last, @Nullable String error) {
        return new ModelAndView("access/grantend", "page", new EndPage(views.line(new GrantId(id)), last, error));
    }

    private static ModelAndView unprocessable(ModelAndView view) {
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }
}
