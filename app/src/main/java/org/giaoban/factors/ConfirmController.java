package org.giaoban.factors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.giaoban.identity.Weight;
import org.giaoban.platform.ForSignedIn;
import org.giaoban.platform.LocalPath;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page that asks who one is once more; what was typed before it goes along and is sent again with the answer. */
@Controller
@ControllerAdvice
@Order(0)
class ConfirmController {

    private static final String WORK = "/work";
    private static final Set<String> NOT_KEPT = Set.of("_csrf", FactorDoor.PROOF);

    private final Proving proving;

    ConfirmController(Proving proving) {
        this.proving = proving;
    }

    /** One field of the form that waits. */
    public record Field(String name, String value) {}

    /** @param action where the answer goes, together with the fields that wait */
    public record Page(
            String action,
            List<Field> fields,
            boolean factor,
            boolean owned,
            boolean passkey,
            @Nullable Weight weight,
            @Nullable String error) {

        String lead() {
            return weight == null
                    ? Texts.text("factors.confirm.lead")
                    : Texts.text("factors.confirm.before." + weight.name().toLowerCase(Locale.ROOT));
        }
    }

    @ForSignedIn
    @GetMapping(FactorDoor.CONFIRM)
    ModelAndView ask(
            @RequestParam(defaultValue = "") String next,
            @RequestParam(name = "for", required = false) @Nullable Weight weight) {
        return page(FactorDoor.CONFIRM, waiting(next, weight), weight, null);
    }

    @ForSignedIn
    @PostMapping(FactorDoor.CONFIRM)
    ModelAndView answer(
            @RequestParam(defaultValue = "") String next,
            @RequestParam(name = "for", required = false) @Nullable Weight weight,
            @RequestParam(name = FactorDoor.PROOF, defaultValue = "") String typed,
            HttpServletRequest request,
            HttpServletResponse response) {
        var error = proving.take(typed, request, response);
        if (error.isPresent()) {
            return unprocessable(page(FactorDoor.CONFIRM, waiting(next, weight), weight, error.get()));
        }
        var back = new ModelAndView("redirect:" + LocalPath.of(next, WORK));
        back.setStatus(HttpStatus.SEE_OTHER);
        return back;
    }

    @ExceptionHandler
    ModelAndView ask(ProofNeeded needed, HttpServletRequest request) {
        var query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        var fields = new ArrayList<Field>();
        request.getParameterMap().entrySet().stream()
                .filter(sent -> !NOT_KEPT.contains(sent.getKey()))
                .forEach(sent ->
                        Arrays.stream(sent.getValue()).forEach(value -> fields.add(new Field(sent.getKey(), value))));
        return unprocessable(page(request.getRequestURI() + query, fields, needed.weight(), needed.error()));
    }

    private ModelAndView page(String action, List<Field> fields, @Nullable Weight weight, @Nullable String error) {
        var question = proving.question(weight);
        return new ModelAndView(
                "factors/confirm",
                "page",
                new Page(action, fields, question.factor(), question.owned(), question.passkey(), weight, error));
    }

    private static List<Field> waiting(String next, @Nullable Weight weight) {
        var fields = new ArrayList<Field>();
        fields.add(new Field("next", LocalPath.of(next, WORK)));
        if (weight != null) {
            fields.add(new Field("for", weight.name()));
        }
        return fields;
    }

    private static ModelAndView unprocessable(ModelAndView view) {
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }
}
