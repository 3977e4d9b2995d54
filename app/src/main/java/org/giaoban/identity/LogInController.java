package org.giaoban.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.giaoban.platform.ForEveryone;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The log-in page. */
@Controller
class LogInController {

    private static final String WORK = "/work";

    private final LogIn logIn;
    private final BrowserSession session;
    private final DemoAccounts demo;
    private final CurrentViewer viewer;

    LogInController(LogIn logIn, BrowserSession session, DemoAccounts demo, CurrentViewer viewer) {
        this.logIn = logIn;
        this.session = session;
        this.demo = demo;
        this.viewer = viewer;
    }

    public record Page(String login, String next, @Nullable String error, boolean left, List<DemoAccounts.Row> demo) {}

    @ForEveryone
    @GetMapping("/login")
    ModelAndView page(
            @RequestParam(defaultValue = "") String next, @RequestParam(required = false) @Nullable String out) {
        if (viewer.find().isPresent()) {
            return new ModelAndView("redirect:" + WORK);
        }
        return page("", next, null, out != null);
    }

    @ForEveryone
    @PostMapping("/login")
    @Nullable
    ModelAndView enter(
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (logIn.attempt(login, password, request.getRemoteAddr())) {
            case LogIn.Outcome.Entered entered -> {
                session.begin(entered.account(), request, response);
                Away.to(local(next), request, response);
                yield null;
            }
            case LogIn.Outcome.Wrong _ -> again(login, next, "identity.login.wrong", HttpStatus.UNPROCESSABLE_CONTENT);
            case LogIn.Outcome.TooMany _ -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, "900");
                yield again(login, next, "identity.login.too-many", HttpStatus.TOO_MANY_REQUESTS);
            }
            case LogIn.Outcome.Busy _ -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, "5");
                yield again(login, next, "identity.password.busy", HttpStatus.SERVICE_UNAVAILABLE);
            }
        };
    }

    private ModelAndView again(String login, String next, String key, HttpStatus status) {
        var view = page(login, next, Texts.text(key), false);
        view.setStatus(status);
        return view;
    }

    private ModelAndView page(String login, String next, @Nullable String error, boolean left) {
        return new ModelAndView("identity/login", "page", new Page(login, next, error, left, demo.rows()));
    }

    /** Only a path of this server: never another host, however it is spelled. */
    static String local(String next) {
        var onThisServer = next.matches("/[A-Za-z0-9][\\w.,;:@&=+$!*'()~%/?-]*") && !next.startsWith("/login");
        return onThisServer ? next : WORK;
    }
}
