package org.giaoban.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.giaoban.platform.Flash;
import org.giaoban.platform.ForSignedIn;
import org.giaoban.platform.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** "My account": who I am here, my password, where I am signed in. */
@Controller
class OwnAccountController {

    private final Accounts accounts;
    private final Sessions sessions;
    private final BrowserSession browser;
    private final OwnPassword own;
    private final ProvenSession proven;
    private final CurrentViewer viewer;
    private final Flash flash;

    OwnAccountController(
            Accounts accounts,
            Sessions sessions,
            BrowserSession browser,
            OwnPassword own,
            ProvenSession proven,
            CurrentViewer viewer,
            Flash flash) {
        this.own = own;
        this.proven = proven;
        this.accounts = accounts;
        this.sessions = sessions;
        this.browser = browser;
        this.viewer = viewer;
        this.flash = flash;
    }

    public record Page(Account account, List<Sessions.OpenSession> sessions) {}

    /** @param forced whether nothing else is open before the password is changed */
    public record PasswordPage(boolean forced, Map<String, String> errors) {}

    @ForSignedIn
    @GetMapping("/account")
    ModelAndView page(HttpSession session) {
        var id = viewer.get().account();
        return new ModelAndView(
                "identity/account", "page", new Page(accounts.get(id), sessions.of(id, session.getId())));
    }

    @ForSignedIn
    @PostMapping("/account/sessions/{handle}/end")
    String end(@PathVariable String handle) {
        sessions.end(viewer.get().account(), handle);
        flash.ok("identity.sessions.ended");
        return "redirect:/account";
    }

    @ForSignedIn
    @PostMapping("/account/sessions/end-others")
    String endOthers(HttpSession session) {
        sessions.endOthers(viewer.get().account(), session.getId());
        flash.ok("identity.sessions.others-ended");
        return "redirect:/account";
    }

    @ForSignedIn
    @GetMapping("/account/password")
    ModelAndView password() {
        return password(Map.of());
    }

    @ForSignedIn
    @PostMapping("/account/password")
    ModelAndView change(PasswordForm form, HttpServletRequest request, HttpServletResponse response) {
        var id = viewer.get().account();
        var errors = errors(form);
        if (!errors.isEmpty()) {
            var view = password(errors);
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        var stamp = accounts.changeOwnPassword(id, form.fresh());
        // Before the present session gets another id: the database knows it by the old one until the request ends.
        sessions.endOthers(id, request.getSession().getId());
        browser.continueWith(proven.withStamp(stamp), request, response);
        flash.ok("identity.password.changed");
        return new ModelAndView("redirect:/account");
    }

    private Map<String, String> errors(PasswordForm form) {
        var errors = new LinkedHashMap<String, String>();
        var login = viewer.get().login();
        own.objection(form.present()).ifPresent(objection -> errors.put("present", objection));
        accounts.objection(form.fresh(), login).ifPresent(objection -> errors.put("fresh", objection));
        if (form.fresh().equals(form.present())) {
            errors.putIfAbsent("fresh", Texts.text("identity.password.same"));
        }
        if (!form.fresh().equals(form.again())) {
            errors.put("again", Texts.text("identity.password.differs"));
        }
        return errors;
    }

    private ModelAndView password(Map<String, String> errors) {
        var forced = accounts.get(viewer.get().account()).mustChangePassword();
        return new ModelAndView("identity/password", "page", new PasswordPage(forced, errors));
    }
}
