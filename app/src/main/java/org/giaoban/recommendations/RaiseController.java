package org.giaoban.recommendations;

import java.util.Map;
import java.util.UUID;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.platform.Flash;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The form by which a recommendation is raised outside a return. */
@Controller
class RaiseController {

    private final RaiseDesk desk;
    private final Flash flash;

    RaiseController(RaiseDesk desk, Flash flash) {
        this.desk = desk;
        this.flash = flash;
    }

    @GetMapping("/recommendations/new")
    @Requires(Capability.REPORT_ENTER)
    ModelAndView form(@RequestParam @Nullable String unit, @RequestParam @Nullable String meeting) {
        return view(desk.lay(RaiseForm.empty(unit, meeting)), Map.of());
    }

    @PostMapping("/recommendations")
    @Requires(Capability.REPORT_ENTER)
    ModelAndView raise(@ModelAttribute RaiseForm form) {
        var laid = desk.lay(form);
        var errors = desk.errors(laid);
        if (!errors.isEmpty()) {
            var view = view(laid, errors);
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        return new ModelAndView("redirect:" + raised(laid));
    }

    /** A second click at the same moment finds what the first one raised. */
    private String raised(RaiseDesk.Laid laid) {
        try {
            UUID id = desk.raise(laid);
            flash.ok("recommendations.said.raise");
            return "/recommendations/" + id;
        } catch (DuplicateKeyException twice) {
            return "/recommendations?side=raised";
        }
    }

    private static ModelAndView view(RaiseDesk.Laid laid, Map<String, String> errors) {
        return new ModelAndView("recommendations/new", Map.of("page", laid, "errors", errors));
    }
}
