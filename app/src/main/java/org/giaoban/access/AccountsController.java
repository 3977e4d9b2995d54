package org.giaoban.access;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.identity.Account;
import org.giaoban.identity.AccountFilter;
import org.giaoban.identity.Weight;
import org.giaoban.identity.Weighty;
import org.giaoban.kernel.AccountId;
import org.giaoban.platform.Flash;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Slice;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** The administrators' pages about accounts. */
@Controller
class AccountsController {

    private final AccountAdmin admin;
    private final GrantViews grants;
    private final Access access;
    private final AccountKeepers keepers;
    private final Flash flash;

    AccountsController(AccountAdmin admin, GrantViews grants, Access access, AccountKeepers keepers, Flash flash) {
        this.admin = admin;
        this.grants = grants;
        this.access = access;
        this.keepers = keepers;
        this.flash = flash;
    }

    /** @param next address of the next page, empty at the end */
    public record ListPage(List<Account> accounts, String words, String state, String next) {}

    public record NewPage(AccountForm form, Map<String, String> errors) {}

    public record AccountPage(
            Account account,
            List<GrantViews.Line> grants,
            boolean maySeeGrants,
            boolean mayGrant,
            boolean maySeeHistory,
            boolean mayRecover) {}

    public record PasswordPage(Account account, String password, boolean fresh) {}

    @Requires(Capability.ACCOUNTS)
    @GetMapping("/accounts")
    ModelAndView list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "OPEN") AccountFilter.State state,
            @RequestParam(defaultValue = "") String after) {
        var slice = Slice.of(admin.page(q, state, after), AccountAdmin.PAGE, Account::login);
        var next = slice.next() == null
                ? ""
                : UriComponentsBuilder.fromPath("/accounts")
                        .queryParam("q", "{q}")
                        .queryParam("state", state)
                        .queryParam("after", "{after}")
                        .encode()
                        .buildAndExpand(q, slice.next())
                        .toUriString();
        return new ModelAndView("access/accounts", "page", new ListPage(slice.items(), q, state.name(), next));
    }

    @Requires(Capability.ACCOUNTS)
    @GetMapping("/accounts/new")
    ModelAndView blank() {
        return form(new AccountForm("", "", ""), Map.of());
    }

    @Requires(Capability.ACCOUNTS)
    @Weighty(Weight.ACCOUNTS)
    @PostMapping("/accounts")
    ModelAndView open(AccountForm form) {
        var errors = form.errors();
        if (!errors.isEmpty()) {
            return unprocessable(form(form, errors));
        }
        try {
            return password(admin.open(form), true);
        } catch (Refused refused) {
            return unprocessable(form(form, Map.of("login", refused.text())));
        }
    }

    @Requires(Capability.ACCOUNTS)
    @GetMapping("/accounts/{id}")
    ModelAndView account(@PathVariable UUID id) {
        var account = admin.get(new AccountId(id));
        var maySee = access.allowsAnywhere(Capability.GRANTS);
        var lines = maySee ? grants.of(account.id()) : List.<GrantViews.Line>of();
        return new ModelAndView(
                "access/account",
                "page",
                new AccountPage(
                        account,
                        lines,
                        maySee,
                        maySee && grants.mayGiveTo(account.id()),
                        access.allowsAnywhere(Capability.AUDIT_READ),
                        keepers.above(account.id())));
    }

    @Requires(Capability.ACCOUNTS)
    @Weighty(Weight.ACCOUNTS)
    @PostMapping("/accounts/{id}/password")
    ModelAndView newPassword(@PathVariable UUID id) {
        return password(admin.newPassword(new AccountId(id)), false);
    }

    @Requires(Capability.ACCOUNTS)
    @PostMapping("/accounts/{id}/close")
    String close(@PathVariable UUID id) {
        admin.close(new AccountId(id));
        flash.ok("access.accounts.closed");
        return "redirect:/accounts/" + id;
    }

    @Requires(Capability.ACCOUNTS)
    @Weighty(Weight.ACCOUNTS)
    @PostMapping("/accounts/{id}/reopen")
    String reopen(@PathVariable UUID id) {
        admin.reopen(new AccountId(id));
        flash.ok("access.accounts.reopened");
        return "redirect:/accounts/" + id;
    }

    private static ModelAndView form(AccountForm form, Map<String, String> errors) {
        return new ModelAndView("access/newaccount", "page", new NewPage(form, errors));
    }

    /** Shown as the answer itself and never kept: a redirect would have to store the password somewhere. */
    private static ModelAndView password(AccountAdmin.Opened opened, boolean fresh) {
        return new ModelAndView(
                "access/firstpassword", "page", new PasswordPage(opened.account(), opened.password(), fresh));
    }

    private static ModelAndView unprocessable(ModelAndView view) {
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }
}
