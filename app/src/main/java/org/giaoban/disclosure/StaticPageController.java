package org.giaoban.disclosure;

import org.giaoban.pages.Kept;
import org.giaoban.platform.ForEveryone;
import org.giaoban.platform.Formats;
import org.giaoban.platform.NotFound;
import org.giaoban.portal.PublicFrame;
import org.giaoban.portal.RichText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Pages about the agency that stay: what it is for, how it is reached, how it works. */
@Controller
class StaticPageController {

    private final ReleasedRepository released;
    private final PublicFrame frame;

    StaticPageController(ReleasedRepository released, PublicFrame frame) {
        this.released = released;
        this.frame = frame;
    }

    public record Page(
            PublicFrame.Around around,
            String title,
            String body,
            @Nullable String language,
            String released) {}

    @Kept
    @GetMapping("/trang/{slug}")
    @ForEveryone
    ModelAndView show(@PathVariable String slug) {
        var found = released.bySlug(Kind.PAGE, slug).orElseThrow(() -> new NotFound(slug));
        var page = new Page(
                frame.around(null),
                found.title(),
                RichText.clean(found.facts().told("body")),
                found.facts().language("body"),
                Formats.date(found.at()));
        return new ModelAndView("disclosure/static", "page", page);
    }
}
