package org.giaoban.factors;

import jakarta.servlet.http.HttpSession;
import org.giaoban.identity.Weight;
import org.giaoban.identity.Weighty;
import org.giaoban.platform.Flash;
import org.giaoban.platform.ForSignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Ties the viewer's account to whom the other server just vouched for, after the viewer has seen who that is. */
@Controller
class TieController {

    static final String HREF = "/account/factors/outside";
    static final String FOUND = "factors.outside-found";

    private static final String FACTORS = "redirect:/account/factors";

    private final OutsideTies ties;
    private final Flash flash;

    TieController(OutsideTies ties, Flash flash) {
        this.ties = ties;
        this.flash = flash;
    }

    public record Page(String server, String name) {}

    @ForSignedIn
    @GetMapping(HREF)
    ModelAndView page(HttpSession session) {
        return session.getAttribute(FOUND) instanceof Outside who
                ? new ModelAndView(
                        "factors/outside", "page", new Page(ties.name().orElse(""), who.name()))
                : new ModelAndView(FACTORS);
    }

    @ForSignedIn
    @Weighty(Weight.FACTORS)
    @PostMapping(HREF)
    String tie(HttpSession session) {
        if (session.getAttribute(FOUND) instanceof Outside who) {
            session.removeAttribute(FOUND);
            ties.tie(who);
            flash.ok("factors.outside.tied");
        }
        return FACTORS;
    }

    @ForSignedIn
    @Weighty(Weight.FACTORS)
    @PostMapping(HREF + "/remove")
    String untie() {
        ties.untie();
        flash.ok("factors.outside.untied");
        return FACTORS;
    }
}
