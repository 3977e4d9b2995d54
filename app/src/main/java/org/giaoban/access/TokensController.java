package org.giaoban.access;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.OwnPassword;
import org.giaoban.identity.TokenId;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.Flash;
import org.giaoban.platform.ForSignedIn;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Slice;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The tokens of the API: my own, and for administrators everybody's. */
@Controller
class TokensController {

    private static final int USUAL_DAYS = 365;

    private final TokenDesk desk;
    private final OwnPassword password;
    private final Access access;
    private final CurrentViewer viewer;
    private final Flash flash;

    TokensController(TokenDesk desk, OwnPassword password, Access access, CurrentViewer viewer, Flash flash) {
        this.desk = desk;
        this.password = password;
        this.access = access;
        this.viewer = viewer;
        this.flash = flash;
    }

    /** @param next address of the next page, empty at the end */
    public record ListPage(List<TokenLine> tokens, boolean own, String next) {}

    public record FormPage(TokenForm form, Map<String, String> rights, Map<String, String> errors) {}

    public record FreshPage(String label, String secret) {}

    @ForSignedIn
    @GetMapping("/account/tokens")
    ModelAndView own() {
        return new ModelAndView("access/tokens", "page", new ListPage(desk.own(), true, ""));
    }

    @ForSignedIn
    @GetMapping("/account/tokens/new")
    ModelAndView blank() {
        var last = desk.today().plusDays(USUAL_DAYS).toString();
        return form(new TokenForm("", List.of(), "", last, ""), Map.of());
    }

    @ForSignedIn
    @PostMapping("/account/tokens")
    ModelAndView issue(TokenForm form) {
        var errors = form.errors(desk.today());
        var unit = unit(form, errors);
        if (errors.isEmpty()) {
            password.objection(form.password()).ifPresent(objection -> errors.put("password", objection));
        }
        if (!errors.isEmpty()) {
            return unprocessable(form(form, errors));
        }
        var wanted =
                new TokenDesk.Wanted(viewer.get().account(), form.label(), form.capabilities(), unit, form.lastDay());
        try {
            // Shown as the answer itself and never kept: a redirect would have to store it somewhere.
            return new ModelAndView(
                    "access/freshtoken",
                    "page",
                    new FreshPage(form.label(), desk.issue(wanted).secret()));
        } catch (Refused refused) {
            return unprocessable(form(form, Map.of("label", refused.text())));
        }
    }

    @ForSignedIn
    @PostMapping("/account/tokens/{id}/revoke")
    String revokeOwn(@PathVariable UUID id) {
        desk.revokeOwn(new TokenId(id));
        flash.ok("access.tokens.revoked");
        return "redirect:/account/tokens";
    }

    @Requires(Capability.ACCOUNTS)
    @GetMapping("/tokens")
    ModelAndView list(@RequestParam(required = false) @Nullable UUID after) {
        var slice = Slice.of(
                desk.page(after == null ? null : new TokenId(after)),
                TokenDesk.PAGE,
                line -> line.id().toString());
        var next = slice.next() == null ? "" : "/tokens?after=" + slice.next();
        return new ModelAndView("access/tokens", "page", new ListPage(slice.items(), false, next));
    }

    @Requires(Capability.ACCOUNTS)
    @PostMapping("/tokens/{id}/revoke")
    String revoke(@PathVariable UUID id) {
        desk.revoke(new TokenId(id));
        flash.ok("access.tokens.revoked");
        return "redirect:/tokens";
    }

    private @Nullable UnitId unit(TokenForm form, Map<String, String> errors) {
        if (form.unit().isEmpty()) {
            return null;
        }
        var unit = desk.unit(form.unit()).filter(this::mine);
        if (unit.isEmpty()) {
            errors.put("unit", Texts.text("access.unit.unknown", form.unit()));
        }
        return unit.orElse(null);
    }

    private boolean mine(UnitId unit) {
        return Arrays.stream(Capability.values()).anyMatch(capability -> access.allows(capability, unit));
    }

    private ModelAndView form(TokenForm form, Map<String, String> errors) {
        var rights = new LinkedHashMap<String, String>();
        Arrays.stream(Capability.values())
                .filter(access::allowsAnywhere)
                .forEach(each -> rights.put(each.name(), Texts.text("access.capability." + each.key())));
        return new ModelAndView("access/newtoken", "page", new FormPage(form, rights, errors));
    }

    private static ModelAndView unprocessable(ModelAndView view) {
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }
}
