package org.giaoban.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.giaoban.platform.ForEveryone;
import org.giaoban.platform.LocalPath;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
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

    /** Why somebody was sent back here by another way in; each has a text. */
    private static final Set<String> PROBLEMS =
            Set.of("passkey-wrong", "outside-refused", "outside-unknown", "outside-silent");

    private final LogIn logIn;
    private final BrowserSession session;
    private final DemoAccounts demo;
    private final CurrentViewer viewer;
    private final ObjectProvider<OtherDoor> other;

    LogInController(
            LogIn logIn,
            BrowserSession session,
            DemoAccounts demo,
            CurrentViewer viewer,
            ObjectProvider<OtherDoor> other) {
        this.other = other;
        this.logIn = logIn;
        this.session = session;
        this.demo = demo;
        this.viewer = viewer;
    }

    public record Page(
            String login,
            String next,
            @Nullable String error,
            boolean left,
            List<DemoAccounts.Row> demo,
            @Nullable Door other) {}

    /** Another way in. */
    public record Door(String name, String href) {}

    @ForEveryone(office = true)
    @GetMapping("/login")
    ModelAndView page(
            @RequestParam(defaultValue = "") String next,
            @RequestParam(required = false) @Nullable String out,
            @RequestParam(defaultValue = "") String problem) {
        if (viewer.find().isPresent()) {
            return new ModelAndView("redirect:" + WORK);
        }
        var error = PROBLEMS.contains(problem) ? Texts.text("identity.login." + problem) : null;
        return page("", next, error, out != null);
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
                session.begin(entered.account(), Proof.PASSWORD, request, response);
                Away.to(local(next), request, response);
                yield null;
            }
            case LogIn.Outcome.HalfWay waiting -> {
                session.await(waiting.account(), request, response);
                Away.to("/login/factor?next=" + URLEncoder.encode(local(next), UTF_8), request, response);
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
        var door = other.stream()
                .map(OtherDoor::name)
                .flatMap(Optional::stream)
                .map(name -> new Door(name, "/login/oidc?next=" + URLEncoder.encode(local(next), UTF_8)))
                .findFirst();
        return new ModelAndView(
                "identity/login", "page", new Page(login, next, error, left, demo.rows(), door.orElse(null)));
    }

    /** Only a path of this server: never another host, however it is spelled. */
    static String local(String next) {
        return LocalPath.of(next, WORK);
    }
}
