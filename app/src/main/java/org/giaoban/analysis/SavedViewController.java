package org.giaoban.analysis;

import java.util.UUID;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.platform.Flash;
import org.giaoban.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The views people keep, each with a link of its own. */
@Controller
class SavedViewController {

    private final SavedViews views;
    private final Flash flash;

    SavedViewController(SavedViews views, Flash flash) {
        this.views = views;
        this.flash = flash;
    }

    /** The list, and the form again when what was typed will not do. */
    record ViewsPage(
            java.util.List<SavedViews.Line> lines,
            SavedViews.@Nullable Wish wish,
            @Nullable String error) {}

    @GetMapping("/analysis/views")
    @Requires(Capability.FIGURES_READ)
    ModelAndView list() {
        return new ModelAndView("analysis/views", "page", new ViewsPage(views.list(), null, null));
    }

    @PostMapping("/analysis/views")
    @Requires(Capability.FIGURES_READ)
    ModelAndView save(
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) @Nullable String shared) {
        var wish = new SavedViews.Wish(address, name, shared != null);
        try {
            views.save(wish);
            flash.ok("analysis.keep.saved", name.strip());
            return new ModelAndView("redirect:/analysis/views");
        } catch (Refused refused) {
            var view = new ModelAndView("analysis/views", "page", new ViewsPage(views.list(), wish, refused.text()));
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
    }

    @GetMapping("/analysis/views/{id}")
    @Requires(Capability.FIGURES_READ)
    String open(@PathVariable UUID id) {
        return "redirect:" + views.address(id);
    }

    @PostMapping("/analysis/views/{id}/delete")
    @Requires(Capability.FIGURES_READ)
    String delete(@PathVariable UUID id) {
        views.delete(id);
        flash.ok("analysis.views.deleted");
        return "redirect:/analysis/views";
    }
}
