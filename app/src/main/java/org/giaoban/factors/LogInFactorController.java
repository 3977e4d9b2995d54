package org.giaoban.factors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.giaoban.identity.Away;
import org.giaoban.identity.ProvenSession;
import org.giaoban.platform.ForEveryone;
import org.giaoban.platform.LocalPath;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The second step of a log-in: the password was right, now something that its owner has. */
@Controller
class LogInFactorController {

    private static final String WORK = "/work";

    private final FactorAnswers answers;
    private final ProvenSession session;

    LogInFactorController(FactorAnswers answers, ProvenSession session) {
        this.answers = answers;
        this.session = session;
    }

    public record Page(String next, @Nullable String error) {}

    @ForEveryone(office = true)
    @GetMapping("/login/factor")
    ModelAndView page(@RequestParam(defaultValue = "") String next, HttpServletRequest request) {
        return session.halfWay(request).isEmpty() ? new ModelAndView("redirect:/login") : asked(next, null);
    }

    @ForEveryone
    @PostMapping("/login/factor")
    @Nullable
    ModelAndView enter(
            @RequestParam(defaultValue = "") String next,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        var account = session.halfWay(request);
        if (account.isEmpty()) {
            Away.to("/login", request, response);
            return null;
        }
        var id = account.get().id();
        return switch (answers.take(id, code, request)) {
            case RIGHT -> {
                session.enter(id, request, response);
                Away.to(LocalPath.of(next, WORK), request, response);
                yield null;
            }
            case WRONG -> again(next, "factors.code.wrong", HttpStatus.UNPROCESSABLE_CONTENT);
            case TOO_MANY -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, "900");
                yield again(next, "factors.code.too-many", HttpStatus.TOO_MANY_REQUESTS);
            }
        };
    }

    private static ModelAndView again(String next, String key, HttpStatus status) {
        var view = asked(next, Texts.text(key));
        view.setStatus(status);
        return view;
    }

    private static ModelAndView asked(String next, @Nullable String error) {
        return new ModelAndView("factors/login", "page", new Page(LocalPath.of(next, WORK), error));
    }
}
