package org.giaoban.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.pictures.Pictures;
import org.giaoban.platform.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The editing page: one form that keeps everything typed, whichever of its buttons was pressed. */
@Controller
class ArticleEditController {

    private final Articles articles;
    private final Pictures pictures;
    private final PortalSettings settings;
    private final Neighbours neighbours;
    private final Autosaves autosaves;
    private final EditPages pages;
    private final EditButtons buttons;
    private final Clock clock;

    ArticleEditController(
            Articles articles,
            Pictures pictures,
            PortalSettings settings,
            Neighbours neighbours,
            Autosaves autosaves,
            EditPages pages,
            EditButtons buttons,
            Clock clock) {
        this.articles = articles;
        this.pictures = pictures;
        this.settings = settings;
        this.neighbours = neighbours;
        this.autosaves = autosaves;
        this.pages = pages;
        this.buttons = buttons;
        this.clock = clock;
    }

    @GetMapping("/articles/{id}/edit")
    @Requires(Capability.ARTICLE_WRITE)
    ModelAndView edit(
            @PathVariable UUID id, @RequestParam(defaultValue = "false") boolean kept, HttpServletRequest request) {
        var whole = articles.writable(new ArticleId(id));
        if (!whole.version().state().editable()) {
            throw new Refused("portal.article.not-editable");
        }
        return pages.opened(whole, kept, request);
    }

    @PostMapping("/articles/{id}/save")
    @Requires(Capability.ARTICLE_WRITE)
    Object save(
            @PathVariable UUID id,
            ArticleForm form,
            LabelsForm labels,
            EditButtons.Press press,
            HttpServletRequest request)
            throws IOException {
        var article = new ArticleId(id);
        var errors = form.errors(settings.categories());
        errors.putAll(labels.errors(pages.topics(labels.text("topic")), event(form), LocalDate.now(clock)));
        if (errors.isEmpty()) {
            try {
                keep(article, form, labels, press);
                return ArticleController.seeOther(buttons.next(article, press));
            } catch (Refused refused) {
                errors.put(place(refused), refused.text());
            }
        }
        var typed = new EditPages.Typed(press.revision(), form, labels, errors, new EditPages.Unsaved(null, false));
        var page = pages.page(articles.writable(article), typed, request);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private static String place(Refused refused) {
        return refused.key().startsWith("pictures.")
                ? "picture"
                : refused.key().startsWith("portal.form.related") ? "related" : "body";
    }

    private boolean event(ArticleForm form) {
        return settings.category(form.text("category"))
                .filter(each -> each.kind() == Category.Kind.EVENT)
                .isPresent();
    }

    private void keep(ArticleId article, ArticleForm form, LabelsForm labels, EditButtons.Press press)
            throws IOException {
        var file = press.picture();
        var picture = file == null || file.isEmpty()
                ? form.media()
                : pictures.add(articles.writable(article).article().unit(), GalleryController.upload(file));
        var story = labels.on(form.story(picture), neighbours.at(labels.addresses()));
        articles.save(article, press.revision(), story);
        autosaves.forget(article);
    }
}
