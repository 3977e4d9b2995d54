package org.giaoban.personaldata;

import org.giaoban.platform.Flash;
import org.giaoban.platform.ForSignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lets people agree to what rests on their consent, and take it back. */
@Controller
@RequestMapping("/my-data/consents")
class ConsentController {

    private static final String BACK = "redirect:/my-data?tab=purposes";

    private final Consents consents;
    private final Flash flash;

    ConsentController(Consents consents, Flash flash) {
        this.consents = consents;
        this.flash = flash;
    }

    @PostMapping
    @ForSignedIn
    String give(@RequestParam(defaultValue = "") String purpose) {
        consents.give(purpose);
        flash.ok("personaldata.consent.flash.given");
        return BACK;
    }

    @PostMapping("/withdraw")
    @ForSignedIn
    String withdraw(@RequestParam(defaultValue = "") String purpose) {
        consents.withdraw(purpose);
        flash.ok("personaldata.consent.flash.withdrawn");
        return BACK;
    }
}
