package org.giaoban.portal;

import java.util.List;
import java.util.Map;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.audit.AuditEntry;
import org.giaoban.platform.Flash;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The screen for the imprint and the links of the public site. */
@Controller
class SiteController {

    private final SiteEditing editing;
    private final Flash flash;

    SiteController(SiteEditing editing, Flash flash) {
        this.editing = editing;
        this.flash = flash;
    }

    public record Page(SiteForm form, Map<String, String> errors, List<AuditEntry> history) {}

    @GetMapping("/articles/site")
    @Requires(Capability.ARTICLE_APPROVE)
    ModelAndView show() {
        return page(editing.open(), Map.of());
    }

    @PostMapping("/articles/site")
    @Requires(Capability.ARTICLE_APPROVE)
    ModelAndView save(@RequestParam MultiValueMap<String, String> sent) {
        var form = SiteForm.read(sent);
        var errors = form.errors();
        if (!errors.isEmpty()) {
            var again = page(form, errors);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        editing.save(form);
        flash.ok("portal.site.saved");
        return new ModelAndView("redirect:/articles/site");
    }

    private ModelAndView page(SiteForm form, Map<String, String> errors) {
        return new ModelAndView("portal/site", "page", new Page(form, errors, editing.history()));
    }
}
