package org.giaoban.personaldata;

import java.util.List;
import java.util.UUID;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.identity.Weight;
import org.giaoban.identity.Weighty;
import org.giaoban.platform.Flash;
import org.giaoban.platform.Refused;
import org.giaoban.platform.personal.PersonalTable.Fate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Shows what an erasure will take and leave, and carries it out. */
@Controller
@RequestMapping("/personal-data/requests/{id}/erase")
class ErasureController {

    private final Erasures erasures;
    private final RequestPages pages;
    private final Flash flash;

    ErasureController(Erasures erasures, RequestPages pages, Flash flash) {
        this.erasures = erasures;
        this.pages = pages;
        this.flash = flash;
    }

    /** What will happen, table by table. */
    public record Page(
            UUID id,
            String number,
            Holder holder,
            List<Erasures.Planned> planned,
            @Nullable String refused) {

        public List<Erasures.Planned> of(Fate fate) {
            return planned.stream().filter(one -> one.fate() == fate).toList();
        }

        public String action() {
            return "/personal-data/requests/" + id + "/erase";
        }

        public String back() {
            return "/personal-data/requests/" + id;
        }
    }

    @GetMapping
    @Requires(Capability.PERSONAL_DATA)
    ModelAndView preview(@PathVariable UUID id) {
        return preview(id, null);
    }

    @PostMapping
    @Requires(Capability.PERSONAL_DATA)
    @Weighty(Weight.ERASURE)
    ModelAndView erase(@PathVariable UUID id, @RequestParam(defaultValue = "") String password) {
        try {
            erasures.erase(id, password);
        } catch (Refused refused) {
            var view = preview(id, refused.text());
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        flash.ok("personaldata.flash.erased");
        return new ModelAndView("redirect:/personal-data/requests/" + id);
    }

    private ModelAndView preview(UUID id, @Nullable String refused) {
        var request = pages.handled(id);
        var holder = pages.holder(request);
        var page = new Page(id, request.number().text(), holder, erasures.preview(holder), refused);
        return new ModelAndView("personaldata/erase", "page", page);
    }
}
