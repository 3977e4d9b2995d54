package org.giaoban.factors;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.identity.Account;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Weight;
import org.giaoban.identity.Weighty;
import org.giaoban.kernel.AccountId;
import org.giaoban.platform.Flash;
import org.giaoban.platform.ForSignedIn;
import org.giaoban.platform.LocalPath;
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

/** Giving access back: one officer asks, another one confirms; the owner may say no. */
@Controller
class RecoveryController {

    private static final int LONGEST = 500;

    private final Recoveries recoveries;
    private final Factors factors;
    private final Accounts accounts;
    private final CurrentViewer viewer;
    private final Flash flash;

    RecoveryController(Recoveries recoveries, Factors factors, Accounts accounts, CurrentViewer viewer, Flash flash) {
        this.recoveries = recoveries;
        this.factors = factors;
        this.accounts = accounts;
        this.viewer = viewer;
        this.flash = flash;
    }

    /** @param mine whether the viewer is the one who asked, and so cannot be the second */
    public record Page(
            Account account,
            Factors.Owned owned,
            @Nullable Recovery open,
            String asker,
            boolean mine,
            String reason,
            Map<String, String> errors) {}

    @Requires(Capability.ACCOUNTS)
    @GetMapping("/accounts/{id}/recovery")
    ModelAndView page(@PathVariable UUID id) {
        return page(new AccountId(id), "", Map.of());
    }

    @Requires(Capability.ACCOUNTS)
    @Weighty(Weight.RECOVERY)
    @PostMapping("/accounts/{id}/recovery")
    ModelAndView ask(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason) {
        if (reason.isBlank() || reason.length() > LONGEST) {
            return unprocessable(id, reason, Texts.text("factors.recovery.reason-needed", LONGEST));
        }
        try {
            recoveries.ask(new AccountId(id), reason);
        } catch (Refused refused) {
            return unprocessable(id, reason, refused.text());
        }
        flash.ok("factors.recovery.asked");
        return new ModelAndView("redirect:/accounts/" + id + "/recovery");
    }

    /** The password is shown as the answer itself and never kept. */
    @Requires(Capability.ACCOUNTS)
    @Weighty(Weight.RECOVERY)
    @PostMapping("/recoveries/{id}/confirm")
    ModelAndView confirm(@PathVariable UUID id) {
        return new ModelAndView("factors/recovered", "page", recoveries.confirm(id));
    }

    @ForSignedIn
    @PostMapping("/recoveries/{id}/drop")
    String drop(@PathVariable UUID id, @RequestParam(defaultValue = "/account/factors") String next) {
        recoveries.drop(id);
        flash.ok("factors.recovery.dropped");
        return "redirect:" + LocalPath.of(next, "/account/factors");
    }

    private ModelAndView unprocessable(UUID id, String reason, String error) {
        var view = page(new AccountId(id), reason, Map.of("reason", error));
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private ModelAndView page(AccountId id, String reason, Map<String, String> errors) {
        var open = recoveries.of(id).orElse(null);
        var asker = open == null ? "" : accounts.names(List.of(open.asker())).getOrDefault(open.asker(), "");
        var mine = open != null && open.asker().equals(viewer.get().account());
        return new ModelAndView(
                "factors/recovery",
                "page",
                new Page(accounts.get(id), factors.of(id), open, asker, mine, reason, errors));
    }
}
