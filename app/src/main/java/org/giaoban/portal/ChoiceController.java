package org.giaoban.portal;

import java.util.Map;
import java.util.UUID;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.platform.Flash;
import org.giaoban.platform.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriComponentsBuilder;

/** Pages on which a writer looks for the articles to be read with a text, and for its author. */
@Controller
class ChoiceController {

    private static final int LONGEST = 100;

    private final RelatedChoice related;
    private final AuthorChoice authors;
    private final Flash flash;

    ChoiceController(RelatedChoice related, AuthorChoice authors, Flash flash) {
        this.related = related;
        this.authors = authors;
        this.flash = flash;
    }

    @GetMapping("/articles/{id}/related")
    @Requires(Capability.ARTICLE_WRITE)
    ModelAndView related(@PathVariable UUID id, @RequestParam(defaultValue = "") String q) {
        return new ModelAndView("portal/related", "page", related.page(new ArticleId(id), words(q)));
    }

    @PostMapping("/articles/{id}/related/{other}/add")
    @Requires(Capability.ARTICLE_WRITE)
    RedirectView add(@PathVariable UUID id, @PathVariable UUID other, @RequestParam(defaultValue = "") String q) {
        return after(id, q, () -> {
            related.add(new ArticleId(id), new ArticleId(other));
            flash.ok("portal.related.added");
        });
    }

    @PostMapping("/articles/{id}/related/{other}/remove")
    @Requires(Capability.ARTICLE_WRITE)
    RedirectView remove(@PathVariable UUID id, @PathVariable UUID other, @RequestParam(defaultValue = "") String q) {
        return after(id, q, () -> {
            related.remove(new ArticleId(id), other);
            flash.ok("portal.related.removed");
        });
    }

    private RedirectView after(UUID id, String q, Runnable act) {
        try {
            act.run();
        } catch (Refused refused) {
            flash.refused(refused);
        }
        var address = UriComponentsBuilder.fromPath("/articles/" + id + "/related");
        return ArticleController.seeOther(
                q.isBlank()
                        ? address.toUriString()
                        : address.queryParam("q", "{q}")
                                .encode()
                                .buildAndExpand(Map.of("q", words(q)))
                                .toUriString());
    }

    @GetMapping("/articles/{id}/author")
    @Requires(Capability.ARTICLE_WRITE)
    ModelAndView authors(@PathVariable UUID id, @RequestParam(defaultValue = "") String q) {
        return new ModelAndView("portal/author", "page", authors.page(new ArticleId(id), words(q)));
    }

    @PostMapping("/articles/{id}/author")
    @Requires(Capability.ARTICLE_WRITE)
    RedirectView author(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "PERSON") Version.Credit.By kind) {
        var printed = VietnameseText.nfc(name).strip();
        try {
            authors.by(new ArticleId(id), kind, printed);
            flash.ok("portal.author.chosen", printed);
        } catch (Refused refused) {
            flash.refused(refused);
        }
        return ArticleController.seeOther("/articles/" + id + "/edit");
    }

    private static String words(String typed) {
        var words = VietnameseText.nfc(typed).strip();
        return words.length() > LONGEST ? words.substring(0, LONGEST) : words;
    }
}
