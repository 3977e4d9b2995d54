package org.giaoban.tasks;

import org.giaoban.platform.ForSignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page "my work": what the viewer owes today, over all modules. */
@Controller
class DeskController {

    private final Desk desk;
    private final Deeds deeds;

    DeskController(Desk desk, Deeds deeds) {
        this.desk = desk;
        this.deeds = deeds;
    }

    @GetMapping("/desk")
    @ForSignedIn
    ModelAndView desk() {
        return new ModelAndView("tasks/desk", "page", desk.of(deeds.today()));
    }
}
